//! The program started wrongly: it ends with 1 and says in one clear line which setting is wrong, without a secret.

use std::process::{Command, Output};

fn run(command: &[&str], settings: &[(&str, &str)]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    // What should have been refused and serves instead is ended, with a status of its own.
    let mut program = Command::new("timeout");
    program
        .arg("20")
        .arg(env!("CARGO_BIN_EXE_barometer"))
        .args(command)
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("BAROMETER_DATA", folder.path());
    program.envs(settings.iter().copied()).output().expect("the program runs")
}

/// Runs a command that must fail and gives its one line.
#[track_caller]
fn refused(command: &[&str], settings: &[(&str, &str)]) -> String {
    let output = run(command, settings);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{settings:?}: {said}");
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("barometer: ")).collect();
    assert_eq!(lines.len(), 1, "{settings:?}: {said}");
    assert!(said.lines().count() <= 3 && !said.contains("panicked"), "{said}");
    lines[0].to_owned()
}

#[test]
fn a_wrong_database_address_is_told() {
    for (url, hint) in [
        ("mysql://a:geheim@b/c", "mysql"),
        ("sqlite://", "names no file"),
        ("postgres://a:geheim@127.0.0.1:1/none", "onnection"),
        ("postgres://a:geheim@127.0.0.1:1/none?sslmode=require", "TLS"),
        ("host=127.0.0.1 password=geheim", "DATABASE_URL"),
        ("sqlite:///proc/nowhere/b.sqlite", "/proc/nowhere"),
    ] {
        for command in ["migrate", "check-config", "serve", "work"] {
            let said = refused(&[command], &[("DATABASE_URL", url)]);
            assert!(said.contains(hint), "{url}: {said}");
            assert!(!said.contains("geheim"), "a password in: {said}");
        }
    }
}

#[test]
fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("b.sqlite");
    std::fs::write(&file, "not a database, but long enough to be taken for one ".repeat(40)).expect("a file");
    let said = refused(&["migrate"], &[("DATABASE_URL", &format!("sqlite://{}", file.display()))]);
    assert!(said.contains("b.sqlite") || said.contains("not a database"), "{said}");
}

#[test]
fn a_wrong_setting_is_told() {
    for (name, value) in [
        ("BAROMETER_PUBLIC_ADDRESS", "barometer.example.org"),
        ("BAROMETER_PUBLIC_ADDRESS", "https://"),
        ("BAROMETER_PUBLIC_ADDRESS", "https://exa mple.org"),
        ("BAROMETER_TIME_ZONE", "Europe/Atlantis"),
        ("BAROMETER_SMTP_URL", "http://mail:geheim@example.org"),
        ("BAROMETER_SMTP_URL", "smtp://u:geheim@host:port"),
        ("BAROMETER_MAIL_FROM", "nobody"),
        ("BAROMETER_LINK_KEY", "geheim"),
        ("BAROMETER_LISTEN", "nowhere"),
        ("BAROMETER_TRUSTED_PROXIES", "10.0.0.0/99"),
        ("BAROMETER_FORWARDED_HEADER", "x-real-ip"),
        ("BAROMETER_SIGN_IN", "password"),
        ("BAROMETER_SIGN_IN", "oidc"),
        ("BAROMETER_OIDC_ISSUER", "http://login.example.org"),
        ("BAROMETER_OIDC_CLIENT_SECRET", "geheim"),
        ("BAROMETER_WEBHOOK_NETWORKS", "private"),
        ("BAROMETER_METRICS_LISTEN", "nowhere"),
    ] {
        let said = refused(&["serve"], &[(name, value)]);
        assert!(said.contains(name) || said.contains(value), "{name}={value}: {said}");
        assert!(!said.contains("geheim"), "a secret in: {said}");
    }
}

#[test]
fn a_provider_needs_all_that_names_us_there() {
    let issuer = ("BAROMETER_OIDC_ISSUER", "https://login.example.org");
    let said = refused(&["check-config"], &[issuer]);
    assert!(said.contains("BAROMETER_OIDC_CLIENT_ID is missing"), "{said}");
    let said = refused(&["check-config"], &[issuer, ("BAROMETER_OIDC_CLIENT_ID", "a")]);
    assert!(said.contains("BAROMETER_OIDC_CLIENT_SECRET is missing"), "{said}");
    let client = [("BAROMETER_OIDC_CLIENT_ID", "a"), ("BAROMETER_OIDC_CLIENT_SECRET", "geheim")];
    let own = ("BAROMETER_OIDC_OWN_ADDRESSES", "perhaps");
    let said = refused(&["check-config"], &[issuer, client[0], client[1], own]);
    assert!(said.contains("write yes or no"), "{said}");
    // Nobody is there: what is read is told, then why it does not go on.
    let nobody = ("BAROMETER_OIDC_ISSUER", "http://127.0.0.1:9");
    let said = refused(&["check-config"], &[nobody, client[0], client[1]]);
    assert!(said.contains("is not responding as it should") && !said.contains("geheim"), "{said}");
}

#[test]
fn a_file_comes_from_standard_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let people = folder.path().join("people.csv");
    std::fs::write(&people, "email,name,unit_code,unit,parent_unit_code,language\na@x.example,Ana,dg,Direction,,fr\n")
        .expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_barometer"))
        .args(["import", "people", "-"])
        .env_clear()
        .env("BAROMETER_DATA", folder.path())
        .stdin(std::fs::File::open(&people).expect("the file"))
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("Ana"), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn check_config_tries_the_mail_server() {
    let said = refused(&["check-config"], &[("BAROMETER_SMTP_URL", "smtp://u:geheim@127.0.0.1:1")]);
    assert!(said.contains("BAROMETER_SMTP_URL") && !said.contains("geheim"), "{said}");
}

#[test]
fn check_config_wants_https_off_the_loopback() {
    refused(&["check-config"], &[("BAROMETER_PUBLIC_ADDRESS", "http://barometer.example.org")]);
    refused(&["check-config"], &[("BAROMETER_PUBLIC_ADDRESS", "http://localhost.evil.example")]);
    for good in ["https://barometer.example.org", "http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:80"] {
        let output = run(&["check-config"], &[("BAROMETER_PUBLIC_ADDRESS", good)]);
        assert_eq!(output.status.code(), Some(0), "{good}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_privacy_audit_ends_with_what_it_found() {
    use diesel::connection::SimpleConnection;
    use diesel::{Connection, SqliteConnection};
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("b.sqlite");
    let url = format!("sqlite://{}", file.display());
    let audit = |language| run(&["privacy-audit"], &[("DATABASE_URL", &url), ("LANG", language)]);
    let clean = audit("en_GB.UTF-8");
    let said = String::from_utf8(clean.stdout).expect("text");
    assert_eq!(clean.status.code(), Some(0), "{said}");
    assert!(said.contains("Nothing found.") && said.contains("answered holds: invitation, sealed"), "{said}");
    let mut conn = SqliteConnection::establish(&file.to_string_lossy()).expect("the file");
    conn.batch_execute("CREATE TABLE kept (i TEXT); CREATE TRIGGER t AFTER INSERT ON answered BEGIN INSERT INTO kept VALUES (NEW.invitation); END")
        .expect("a trigger");
    let found = audit("fr_FR.UTF-8");
    let said = String::from_utf8(found.stdout).expect("text").replace('\u{a0}', " ");
    assert_eq!(found.status.code(), Some(1), "{said}");
    assert!(said.contains("TROUVÉ") && said.contains("1 constat"), "{said}");
    let unread = run(&["privacy-audit"], &[("DATABASE_URL", "sqlite:///proc/nowhere/b.sqlite")]);
    assert_eq!(unread.status.code(), Some(2));
}

#[test]
fn what_a_package_needs_is_written_without_a_configuration() {
    // A setting that no command would take.
    let broken = [("BAROMETER_TIME_ZONE", "Mars/Olympus")];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell], &broken);
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success() && text.contains("privacy-audit"), "{shell}: {text}");
    }
    let output = run(&["manual"], &broken);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success() && text.starts_with(".ie") && text.contains("barometer"), "{text}");
}

#[test]
fn one_mail_tries_the_way_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let output = run(&["send-test-mail", "zoe@example.org"], &[("BAROMETER_DATA", &data), ("LANG", "en_US.UTF-8")]);
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success() && said.contains("No mail server is set"), "{said}");
    let file =
        std::fs::read_dir(folder.path().join("outbox")).expect("a folder").next().expect("a mail").expect("a file");
    let mail = std::fs::read_to_string(file.path()).expect("a mail");
    assert!(mail.contains("To: zoe@example.org") && mail.contains("Test mail of the barometer"), "{mail}");
    let said = refused(&["send-test-mail", "nobody"], &[]);
    assert!(said.contains("address"), "{said}");
    let said =
        refused(&["send-test-mail", "zoe@example.org"], &[("BAROMETER_SMTP_URL", "smtp://a:geheim@127.0.0.1:1")]);
    assert!(said.contains("not taken") && !said.contains("geheim"), "{said}");
}
