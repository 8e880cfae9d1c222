//! Tables as diesel sees them; the migrations are the source, a test compares the two.

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        person -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        provider_session -> Nullable<Text>,
    }
}

diesel::table! {
    accounts (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        person -> Text,
        linked_at -> Timestamp,
    }
}

diesel::table! {
    api_keys (id) {
        id -> Text,
        name -> Text,
        scopes -> Text,
        token_hash -> Text,
        made_at -> Timestamp,
        made_by -> Text,
        ends_on -> Date,
        agreed_at -> Nullable<Timestamp>,
        agreed_by -> Nullable<Text>,
        revoked_at -> Nullable<Timestamp>,
        used_on -> Nullable<Date>,
    }
}

diesel::table! {
    api_reads (key, campaign, day) {
        key -> Text,
        campaign -> Text,
        day -> Date,
    }
}

diesel::table! {
    webhooks (id) {
        id -> Text,
        name -> Text,
        url -> Text,
        format -> Text,
        events -> Text,
        active -> Bool,
        made_at -> Timestamp,
        said -> Nullable<Text>,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Text,
        webhook -> Text,
        event -> Text,
        told -> Text,
        made_at -> Timestamp,
        state -> Text,
        attempts -> Integer,
        next_at -> Timestamp,
        lease_until -> Nullable<Timestamp>,
        said -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sign_in_links (id) {
        id -> Text,
        token_hash -> Text,
        person -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used -> Bool,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        kind -> Text,
        occasion -> Text,
        campaign -> Nullable<Text>,
        person -> Text,
        reference -> Nullable<Text>,
        priority -> Integer,
        state -> Text,
        attempts -> Integer,
        next_at -> Timestamp,
        lease_owner -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        message_id -> Text,
        fault -> Nullable<Text>,
    }
}

diesel::table! {
    relay (name) {
        name -> Text,
        faults -> Integer,
        rests_until -> Nullable<Timestamp>,
        said -> Nullable<Text>,
        renamed_at -> Nullable<Timestamp>,
        lanes -> Nullable<Integer>,
        narrow_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    unmatched_returns (id) {
        id -> Text,
        read_at -> Timestamp,
        reason -> Text,
        said -> Text,
    }
}

diesel::table! {
    past_links (token_hash) {
        token_hash -> Text,
        gone_on -> Date,
    }
}

diesel::table! {
    returns_read (name) {
        name -> Text,
        read_at -> Timestamp,
    }
}

diesel::table! {
    relayed (id) {
        id -> Text,
        at -> Timestamp,
        mails -> Integer,
    }
}

diesel::table! {
    mailings (campaign) {
        campaign -> Text,
        state -> Text,
        tried -> Integer,
        failed -> Integer,
        in_a_row -> Integer,
        said -> Nullable<Text>,
    }
}

diesel::table! {
    tasks (name) {
        name -> Text,
        next_at -> Timestamp,
        last_at -> Nullable<Timestamp>,
        lease_owner -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        fault -> Nullable<Text>,
        claims -> Integer,
        started_at -> Nullable<Timestamp>,
        took_ms -> Nullable<Integer>,
        fault_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    workers (name) {
        name -> Text,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    imports (id) {
        id -> Text,
        kind -> Text,
        outcome -> Text,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        line_count -> Integer,
        changes -> Text,
    }
}

diesel::table! {
    audit_log (id) {
        id -> Text,
        at -> Timestamp,
        person -> Nullable<Text>,
        event -> Text,
        detail -> Text,
    }
}

diesel::table! {
    units (code) {
        code -> Text,
        name -> Text,
        parent -> Nullable<Text>,
        active -> Bool,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        person_id -> Nullable<Text>,
        email -> Text,
        name -> Text,
        unit -> Text,
        language -> Text,
        active -> Bool,
        until -> Nullable<Date>,
        away -> Bool,
    }
}

diesel::table! {
    waiting_changes (person, part) {
        person -> Text,
        part -> Text,
        value -> Text,
        reasons -> Text,
        source -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    door_changes (person, part) {
        person -> Text,
        part -> Text,
        day -> Date,
    }
}

diesel::table! {
    unit_spellings (spelling) {
        spelling -> Text,
        unit -> Text,
    }
}

diesel::table! {
    directory_entries (kind, id) {
        id -> Text,
        person -> Text,
        kind -> Text,
        name -> Text,
        told -> Text,
        made_at -> Timestamp,
        changed_at -> Timestamp,
        gone -> Bool,
    }
}

diesel::table! {
    suppliers (code) {
        code -> Text,
        unit -> Nullable<Text>,
        active -> Bool,
        names -> Text,
        in_sentence -> Text,
    }
}

diesel::table! {
    grants (person, role, supplier) {
        person -> Text,
        role -> Text,
        supplier -> Text,
    }
}

diesel::table! {
    relations (supplier, unit) {
        supplier -> Text,
        unit -> Text,
        kind -> Text,
    }
}

diesel::table! {
    offerings (supplier, code) {
        supplier -> Text,
        code -> Text,
        names -> Text,
        descriptions -> Text,
        ways -> Text,
        link -> Text,
        position -> Integer,
        active -> Bool,
        workers -> Integer,
    }
}

diesel::table! {
    commitments (supplier, code) {
        supplier -> Text,
        code -> Text,
        offering -> Nullable<Text>,
        unit -> Nullable<Text>,
        kind -> Text,
        question -> Nullable<Text>,
        ended_on -> Nullable<Date>,
    }
}

diesel::table! {
    commitment_versions (id) {
        id -> Text,
        supplier -> Text,
        commitment -> Text,
        version -> Integer,
        texts -> Text,
        target -> Double,
        measured_in -> Text,
        direction -> Text,
        since -> Date,
        made_on -> Date,
        frozen -> Bool,
    }
}

diesel::table! {
    charters (version) {
        version -> Integer,
        state -> Text,
        consulted_on -> Nullable<Date>,
        adopted_on -> Nullable<Date>,
    }
}

diesel::table! {
    charter_lines (charter, position) {
        charter -> Integer,
        position -> Integer,
        side -> Text,
        texts -> Text,
    }
}

diesel::table! {
    charter_proposals (id) {
        id -> Text,
        side -> Text,
        words -> Text,
        made_on -> Date,
    }
}

diesel::table! {
    measurements (supplier, commitment, campaign) {
        supplier -> Text,
        commitment -> Text,
        campaign -> Text,
        value -> Double,
        cases -> Integer,
        source -> Text,
        day -> Date,
        person -> Nullable<Text>,
    }
}

diesel::table! {
    questionnaires (id) {
        id -> Text,
        supplier -> Text,
        version -> Integer,
        state -> Text,
        created_at -> Timestamp,
        campaign -> Nullable<Text>,
    }
}

diesel::table! {
    questions (questionnaire, code) {
        questionnaire -> Text,
        position -> Integer,
        code -> Text,
        core -> Bool,
        kind -> Text,
        dimension -> Nullable<Text>,
        lo -> Nullable<Integer>,
        hi -> Nullable<Integer>,
        reversed -> Bool,
        options -> Text,
        asked_if -> Nullable<Text>,
        asked_at_most -> Nullable<Integer>,
        dimension_names -> Text,
        texts -> Text,
    }
}

diesel::table! {
    campaigns (id) {
        id -> Text,
        code -> Text,
        state -> Text,
        opens_on -> Date,
        closes_on -> Date,
        reminders -> Text,
        threshold -> Integer,
        levels_threshold -> Integer,
        comments_threshold -> Integer,
        opened_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        published_at -> Nullable<Timestamp>,
        stage -> Text,
        row_level -> Bool,
        row_level_to -> Text,
        imported -> Bool,
        comments_months -> Nullable<Integer>,
        answers_months -> Nullable<Integer>,
        informed_on -> Nullable<Date>,
        extended_from -> Nullable<Date>,
        announce_days -> Integer,
        announced_at -> Nullable<Timestamp>,
        languages -> Text,
        period_first -> Nullable<Date>,
        period_last -> Nullable<Date>,
        kind -> Text,
    }
}

diesel::table! {
    campaign_suppliers (campaign, supplier) {
        campaign -> Text,
        supplier -> Text,
        questionnaire -> Nullable<Text>,
        complete -> Integer,
        partial -> Integer,
        told_wave -> Nullable<Text>,
        told_satisfied -> Nullable<Double>,
        actions -> Text,
        small_team -> Bool,
        mirror -> Bool,
        mirror_unit -> Nullable<Text>,
        mirror_people -> Integer,
    }
}

diesel::table! {
    client_groups (campaign, code) {
        campaign -> Text,
        code -> Text,
        name -> Text,
        invited -> Integer,
        sendings -> Integer,
        sealed_sendings -> Integer,
        withdrawn -> Integer,
    }
}

diesel::table! {
    group_units (campaign, unit) {
        campaign -> Text,
        unit -> Text,
        client_group -> Text,
    }
}

diesel::table! {
    proposals (campaign, supplier, client_group) {
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        people -> Integer,
        withdrawn -> Integer,
    }
}

diesel::table! {
    invitations (id) {
        id -> Text,
        campaign -> Text,
        person -> Text,
        client_group -> Text,
        issue -> Integer,
        token_hash -> Text,
        language -> Text,
        eligible -> Bool,
        proposed -> Text,
        address -> Nullable<Text>,
        mirror -> Nullable<Text>,
    }
}

diesel::table! {
    slips (id) {
        id -> Text,
        campaign -> Text,
        client_group -> Text,
        token_hash -> Text,
        code_digest -> Text,
        language -> Text,
        proposed -> Text,
    }
}

diesel::table! {
    code_people (campaign, person) {
        campaign -> Text,
        person -> Text,
        client_group -> Text,
    }
}

diesel::table! {
    contacts (person, campaign) {
        person -> Text,
        campaign -> Text,
        code -> Text,
        day -> Date,
    }
}

diesel::table! {
    answered (invitation) {
        invitation -> Text,
        sealed -> Bool,
    }
}

diesel::table! {
    excepted (campaign, supplier, unit) {
        campaign -> Text,
        supplier -> Text,
        unit -> Text,
    }
}

diesel::table! {
    reminded (campaign, day) {
        campaign -> Text,
        day -> Date,
    }
}

diesel::table! {
    participation_days (campaign, day, client_group) {
        campaign -> Text,
        day -> Date,
        client_group -> Text,
        invited -> Integer,
        sendings -> Integer,
    }
}

diesel::table! {
    drafts (invitation) {
        invitation -> Text,
        sealed_text -> Text,
    }
}

diesel::table! {
    open_responses (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        no_contact -> Bool,
        answers -> Text,
        sealed -> Bool,
        counted -> Bool,
    }
}

diesel::table! {
    open_comments (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        question -> Text,
        body -> Text,
        sealed -> Bool,
    }
}

diesel::table! {
    responses (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        no_contact -> Bool,
        answers -> Text,
    }
}

diesel::table! {
    comments (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        question -> Text,
        body -> Text,
        state -> Text,
        redacted -> Nullable<Text>,
        marks -> Text,
        language -> Text,
        themes -> Text,
        themes_by_hand -> Bool,
        released -> Nullable<Text>,
        decided_by -> Nullable<Text>,
        decided_on -> Nullable<Date>,
    }
}

diesel::table! {
    decisions (campaign, supplier, client_group, subject, release) {
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        subject -> Text,
        release -> Text,
        shown -> Bool,
        reason -> Text,
    }
}

diesel::table! {
    promised (campaign, supplier, commitment) {
        campaign -> Text,
        supplier -> Text,
        commitment -> Text,
        version -> Text,
        question -> Nullable<Text>,
        has_figures -> Bool,
        value -> Nullable<Double>,
        cases -> Nullable<Integer>,
        source -> Nullable<Text>,
        measured_on -> Nullable<Date>,
        measured -> Nullable<Text>,
        felt -> Nullable<Text>,
        verdict -> Nullable<Text>,
        unit -> Nullable<Text>,
    }
}

diesel::table! {
    publications (campaign) {
        campaign -> Text,
        published_at -> Timestamp,
        method_version -> Integer,
        fingerprint -> Text,
        basis -> Text,
    }
}

diesel::table! {
    rollups (campaign, unit, client_group) {
        campaign -> Text,
        unit -> Text,
        name -> Text,
        client_group -> Text,
    }
}

diesel::table! {
    same_meanings (question, wording, other_wording) {
        question -> Text,
        wording -> Text,
        other_wording -> Text,
        person -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    open_mirrors (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        answers -> Text,
    }
}

diesel::table! {
    mirrors (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        answers -> Text,
    }
}

diesel::table! {
    mirror_figures (campaign, supplier, subject) {
        campaign -> Text,
        supplier -> Text,
        subject -> Text,
        mean -> Double,
        low -> Nullable<Double>,
        high -> Nullable<Double>,
        n -> Integer,
        clients -> Nullable<Double>,
        delta -> Nullable<Double>,
        p -> Nullable<Double>,
        verdict -> Nullable<Text>,
    }
}

diesel::table! {
    released_rows (key) {
        key -> Text,
        campaign -> Text,
        supplier -> Text,
        answers -> Text,
    }
}

diesel::table! {
    figures (campaign, supplier, client_group, subject, indicator) {
        campaign -> Text,
        supplier -> Text,
        client_group -> Text,
        subject -> Text,
        indicator -> Text,
        value -> Nullable<Double>,
        word -> Nullable<Text>,
        low -> Nullable<Double>,
        high -> Nullable<Double>,
        n -> Nullable<Integer>,
        shown -> Bool,
    }
}

diesel::table! {
    moments (campaign, supplier, subject) {
        campaign -> Text,
        supplier -> Text,
        subject -> Text,
        scores -> Text,
    }
}

diesel::table! {
    actions (id) {
        id -> Text,
        number -> Integer,
        supplier -> Text,
        title -> Text,
        finding -> Text,
        kind -> Text,
        status -> Text,
        owner -> Text,
        starts_on -> Nullable<Date>,
        due_on -> Date,
        origin_campaign -> Nullable<Text>,
        origin_subject -> Nullable<Text>,
        baseline -> Nullable<Double>,
        baseline_low -> Nullable<Double>,
        baseline_high -> Nullable<Double>,
        baseline_n -> Nullable<Integer>,
        target -> Nullable<Double>,
        visible -> Bool,
        done_on -> Nullable<Date>,
        effect -> Nullable<Text>,
        effect_campaign -> Nullable<Text>,
        effect_value -> Nullable<Double>,
        effect_low -> Nullable<Double>,
        effect_high -> Nullable<Double>,
        effect_n -> Nullable<Integer>,
        verdict -> Nullable<Text>,
        reason -> Text,
        public_texts -> Text,
        cost -> Text,
        awaits -> Text,
        check_on -> Nullable<Date>,
    }
}

diesel::table! {
    action_history (id) {
        id -> Text,
        action -> Text,
        at -> Timestamp,
        person -> Nullable<Text>,
        event -> Text,
        detail -> Text,
        stood -> Nullable<Text>,
    }
}

diesel::table! {
    action_contributors (action, person) {
        action -> Text,
        person -> Text,
    }
}

diesel::table! {
    action_origins (action, place) {
        action -> Text,
        place -> Integer,
        kind -> Text,
        campaign -> Nullable<Text>,
        subject -> Text,
        words -> Text,
    }
}

diesel::table! {
    action_reach (action) {
        action -> Text,
        groups -> Text,
        audience -> Text,
        medium -> Text,
        told_on -> Nullable<Date>,
    }
}

diesel::table! {
    points (id) {
        id -> Text,
        supplier -> Text,
        unit -> Nullable<Text>,
        kind -> Text,
        side -> Nullable<Text>,
        words -> Text,
        noticed -> Text,
        state -> Text,
        answer -> Text,
        made_on -> Date,
        answered_on -> Nullable<Date>,
    }
}

diesel::table! {
    agreements (id) {
        id -> Text,
        supplier -> Text,
        unit -> Text,
        made_on -> Date,
        body -> Text,
    }
}

diesel::table! {
    dismissed_priorities (campaign, supplier, subject) {
        campaign -> Text,
        supplier -> Text,
        subject -> Text,
        reason -> Text,
        made_on -> Date,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        supplier -> Nullable<Text>,
        day -> Date,
        words -> Text,
        account -> Text,
        lesson -> Text,
    }
}

diesel::table! {
    announcements (id) {
        id -> Text,
        event -> Text,
        day -> Date,
        words -> Text,
        audience -> Text,
        medium -> Text,
        told_by -> Text,
    }
}

diesel::table! {
    occasions (campaign) {
        campaign -> Text,
        words -> Text,
        chosen_by -> Text,
        lot -> Text,
        event -> Nullable<Text>,
        action -> Nullable<Text>,
        survey -> Nullable<Text>,
        follows -> Nullable<Text>,
        charter -> Nullable<Integer>,
    }
}

diesel::table! {
    named_people (campaign, person) {
        campaign -> Text,
        person -> Text,
    }
}

diesel::table! {
    training_sessions (id) {
        id -> Text,
        action -> Text,
        day -> Date,
        words -> Text,
        campaign -> Nullable<Text>,
    }
}

diesel::table! {
    participants (session, person) {
        session -> Text,
        person -> Text,
    }
}

diesel::table! {
    feedback_pages (campaign, client_group) {
        campaign -> Text,
        client_group -> Text,
        token_hash -> Text,
        moved_told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    privacy_audits (day) {
        day -> Date,
        found -> Integer,
        unread -> Integer,
    }
}

diesel::table! {
    no_reminders (invitation) {
        invitation -> Text,
    }
}

diesel::table! {
    mail_texts (campaign, kind, language) {
        campaign -> Text,
        kind -> Text,
        language -> Text,
        subject -> Text,
        introduction -> Text,
    }
}

/// Which tables stand beside which in one query. Naming all pairs there could be costs a tenth of the time in which this
/// program is compiled.
macro_rules! beside {
    ($($table:ident: $($other:ident)+;)+) => {
        $($(diesel::allow_tables_to_appear_in_same_query!($table, $other);)+)+
    };
}

beside! {
    action_contributors: actions people;
    action_history: actions people;
    actions: campaign_suppliers;
    answered: campaigns client_groups drafts invitations no_reminders people slips;
    api_keys: people;
    audit_log: people;
    campaign_suppliers: campaigns questions suppliers;
    campaigns: client_groups code_people contacts drafts feedback_pages invitations occasions slips;
    client_groups: drafts invitations slips;
    commitment_versions: promised;
    deliveries: webhooks;
    drafts: invitations slips;
    feedback_pages: invitations;
    grants: people;
    invitations: no_reminders people;
    no_reminders: people;
    named_people: people;
    participants: people training_sessions;
    people: units;
    questionnaires: questions;
}
