#!/bin/bash
# What: OpenSMTPD 6.8.0p2 as packaged in Debian 12 (opensmtpd 6.8.0p2-4+b4).
#
# What surprises: when it gives a mail up for good because its time in the queue is over ("queue ttl"), the report to
# the sender says "Action: delayed" with "Status: 4.4.7", the subject says "delayed", and the text says that the message
# is kept in the queue and need not be sent again, while the queue is already empty. A true delay warning looks the same
# but for "Status: 4.0.0". Besides, its reports are "multipart/mixed" (RFC 3462 and 3464 say "multipart/report;
# report-type=delivery-status"), carry no "Diagnostic-Code" and no "Auto-Submitted", and their part
# "text/rfc822-headers" holds the whole mail.
#
# Why it matters: who reads reports by Action takes a lost mail for one that is still being tried, forever; who looks
# for "multipart/report" sees nothing at all. Only 4.4.7 (RFC 3463: delivery time expired) tells the two apart.
# Upstream knows: github.com/OpenSMTPD/OpenSMTPD/pull/1133 (2021, "status was set incorrectly when an envelope
# expired"), said to be merged later; the version of Debian 12 does not have it.
#
# How: the package and its libraries are downloaded from Debian and unpacked into a temporary folder; the server runs
# there, chrooted, in namespaces of its own (loopback only, own processes), so that it needs no users, ports or files of
# this machine. A small SMTP server in Python answers 451 to every RCPT of later@remote.test, and keeps the reports.
#
# Needs: Debian 12 (amd64), root, apt-get with its lists, dpkg, unshare, python3.
# Takes about a minute. Exit: 0 as described; 1 it behaves otherwise; 2 it could not be tried.
set -u
VERSION='6.8.0p2-4+b4'
LIBRARIES='libaudit1 libc6 libcap-ng0 libcrypt1 libdb5.3 libevent-2.1-7 libpam0g libssl3 zlib1g'

if [ "${1:-}" = --inside ]; then
    # In the namespaces, process 1: everything ends with it.
    T=$2
    ip link set lo up 2>/dev/null || python3 -c '
import fcntl, socket, struct
s = socket.socket(); fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 0x49))'
    hostname mail.local.example
    mount --make-rprivate / && mount --rbind /dev "$T/root/dev" && mount -t proc proc "$T/root/proc" || exit 2
    python3 "$T/server.py" "$T/reports" > "$T/server.log" 2>&1 &
    chroot "$T/root" /usr/sbin/smtpd -d > "$T/smtpd.log" 2>&1 &
    python3 "$T/send.py" || { cat "$T/smtpd.log"; exit 2; }
    sleep 4 # longer than warn-interval: the next try that fails is told to the sender
    chroot "$T/root" /usr/sbin/smtpctl schedule all > /dev/null 2>&1
    for _ in $(seq 60); do
        sleep 1
        [ "$(ls "$T/reports" | wc -l)" -ge 2 ] && break
    done
    sleep 1
    chroot "$T/root" /usr/sbin/smtpctl show queue > "$T/queue" 2>&1
    exit 0
fi

[ "$(id -u)" = 0 ] || { echo 'needs root (chroot, namespaces)'; exit 2; }
T=$(mktemp -d) || exit 2
# timeout ends unshare (at worst after 5 s), that the namespaces' process 1, and with it all that ran in them, mounts
# included.
PID=
trap '[ -n "$PID" ] && kill "$PID" 2>/dev/null; wait 2>/dev/null; rm -rf --one-file-system "$T"' EXIT
trap 'exit 2' INT TERM HUP
chmod 755 "$T"
mkdir -p "$T/debs" "$T/reports" "$T/root"/{dev,proc,tmp,etc,bin,lib,lib64,var/run,var/spool,var/lib/opensmtpd/empty}
(cd "$T/debs" && apt-get -o APT::Sandbox::User=root -q download "opensmtpd=$VERSION" $LIBRARIES) > "$T/apt.log" 2>&1 ||
    { tail -3 "$T/apt.log"; echo "cannot download opensmtpd=$VERSION"; exit 2; }
for deb in "$T"/debs/*.deb; do dpkg -x "$deb" "$T/root" || exit 2; done
chmod 755 "$T/root"; chmod 1777 "$T/root/tmp"; chmod 711 "$T/root/var/lib/opensmtpd/empty"
chgrp 64202 "$T/root/usr/sbin/smtpctl" && chmod 2755 "$T/root/usr/sbin/smtpctl" # as Debian installs it
# The server's users exist in the temporary folder only.
printf '%s\n' 'root:x:0:0::/root:/bin/sh' 'opensmtpd:x:64201:64201::/var/lib/opensmtpd/empty:/bin/false' \
    'opensmtpq:x:64202:64202::/var/lib/opensmtpd/empty:/bin/false' > "$T/root/etc/passwd"
printf '%s\n' 'root:x:0:' 'opensmtpd:x:64201:' 'opensmtpq:x:64202:' > "$T/root/etc/group"
echo '127.0.0.1 localhost mail.local.example' > "$T/root/etc/hosts"
echo mail.local.example > "$T/root/etc/mailname"
cat > "$T/root/etc/smtpd.conf" <<'X'
queue ttl 20s
bounce warn-interval 3s
listen on 127.0.0.1 port 2525 hostname mail.local.example
action "out" relay host smtp://127.0.0.1:2626 helo mail.local.example
match from any for any action "out"
X
cat > "$T/server.py" <<'X'
# The other side: 451 to later@..., takes all else and keeps it.
import itertools, os, socketserver, sys
number = itertools.count(1)
class Session(socketserver.StreamRequestHandler):
    timeout = 60
    def say(self, line): self.wfile.write(line.encode() + b"\r\n")
    def handle(self):
        self.say("220 mx.remote.test ESMTP")
        for line in self.rfile:
            word = line.split(b":")[0].strip().upper().decode("latin1")
            if word.startswith("EHLO"): self.say("250-mx.remote.test"); self.say("250 ENHANCEDSTATUSCODES")
            elif word == "RCPT TO" and b"later@" in line: self.say("451 4.3.0 Temporary lookup failure")
            elif word == "DATA":
                self.say("354 go on"); mail = b""
                while True:
                    part = self.rfile.readline()
                    if part in (b".\r\n", b""): break
                    mail += part[1:] if part.startswith(b".") else part
                name = os.path.join(sys.argv[1], f"{next(number)}.eml")
                with open(name + ".new", "wb") as file: file.write(mail)
                os.rename(name + ".new", name); self.say("250 2.0.0 kept")
            elif word == "QUIT": self.say("221 bye"); return
            else: self.say("250 2.0.0 ok")
class Server(socketserver.ThreadingTCPServer): allow_reuse_address = daemon_threads = True
Server(("127.0.0.1", 2626), Session).serve_forever()
X
cat > "$T/send.py" <<'X'
import smtplib, sys, time
mail = b"From: barometre@local.example\r\nTo: later@remote.test\r\nSubject: invitation\r\n" \
       b"Message-ID: <one@local.example>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\n\r\nThe body of the mail.\r\n"
for _ in range(30):
    try:
        with smtplib.SMTP("127.0.0.1", 2525, local_hostname="client.local.example", timeout=10) as s:
            s.sendmail("barometre@local.example", ["later@remote.test"], mail)
        sys.exit(0)
    except OSError as fault:
        last = fault; time.sleep(0.5)
sys.exit(f"the server does not take the mail: {last}")
X
echo "opensmtpd $(dpkg-deb -f "$T"/debs/opensmtpd_*.deb Version), $(chroot "$T/root" /usr/sbin/smtpd -h 2>&1 | head -1)"
timeout -k 5 120 unshare --net --uts --mount --pid --fork --kill-child bash "$(readlink -f "$0")" --inside "$T" &
PID=$!
wait "$PID"; rc=$?; PID=
[ $rc = 0 ] || { cat "$T/smtpd.log" 2>/dev/null | tail -20; echo "the server could not be run ($rc)"; exit 2; }
[ "$(ls "$T/reports" | wc -l)" = 2 ] ||
    { tail -20 "$T/smtpd.log"; echo "expected two reports (a warning, then the end), got: $(ls "$T/reports" | xargs)"; exit 1; }
python3 - "$T/reports" "$T/queue" <<'X'
import email, re, sys
told = {}
for name in ("1", "2"):
    text = open(f"{sys.argv[1]}/{name}.eml", "rb").read()
    mail = email.message_from_bytes(text); text = text.decode().replace("\r\n", "\n")
    one = lambda field: (re.search(rf"(?m)^{field}: *(.*)$", text) or [None, None])[1]
    said = re.search(r"(?m)^later@remote\.test: .*$", text)
    holder = [p for p in mail.walk() if p.get_content_type() == "text/rfc822-headers"]
    told[name] = dict(Type=mail.get_content_type(), Subject=mail["Subject"], Action=one("Action"), Status=one("Status"),
        Diagnostic=one("Diagnostic-Code"), Said=said and said[0], AutoSubmitted=text.split("\n\n")[0].count("Auto-Submitted"),
        Kept="kept in the queue" in text, Body=bool(holder) and "The body of the mail." in holder[0].get_payload())
queue = open(sys.argv[2]).read().strip()
for name, label in (("1", "warning, the mail is in the queue"), ("2", "the mail has been given up")):
    print(f"\nreport {name} ({label})")
    for key, value in told[name].items(): print(f"  {key:14} {value}")
print(f"\nqueue afterwards: {queue or 'empty'}")
warning, end = told["1"], told["2"]
same = (warning["Action"] == "delayed" and warning["Status"] == "4.0.0" and end["Action"] == "delayed"
        and end["Status"] == "4.4.7" and end["Said"] == "later@remote.test: Envelope expired" and end["Kept"]
        and not queue and all(t["Type"] == "multipart/mixed" and t["Diagnostic"] is None and t["Body"]
        and not t["AutoSubmitted"] for t in told.values()))
print("\nas described: a mail that was given up is reported as delayed" if same else "\nNOT as described: it changed")
sys.exit(0 if same else 1)
X
