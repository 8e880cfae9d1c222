#!/bin/bash
# What: Exim 4.96 as packaged in Debian 12 (exim4-daemon-light 4.96-15+deb12u11).
#
# What surprises: whatever the reason, its reports (multipart/report, RFC 3464) say "Status: 5.0.0": for an unknown
# mailbox the other server called 5.1.1, for a full one (5.2.2), and for a mail given up after nothing but 451 answers
# (4.3.0), which is "Action: failed" and 5.0.0 as well. And when Exim itself gives the reason (an unknown local user, a
# domain it cannot route), the report has no "Diagnostic-Code" at all: the words stand in the text part only.
#
# Why it matters: who sorts returned mail by Status (hard or soft, full or gone) learns nothing from Exim; the other
# server's code has to be read out of Diagnostic-Code, and who shows Diagnostic-Code as the reason shows nothing for an
# unknown local user. That a mail was given up after waiting shows only in the words "retry timeout exceeded".
#
# How: the package and its libraries are downloaded from Debian and unpacked into a temporary folder; the server runs
# there, chrooted, in namespaces of its own (loopback only, own processes), so that it needs no users, ports or files of
# this machine. A small SMTP server in Python says no to some recipients, and keeps the reports.
#
# Needs: Debian 12 (amd64), root, apt-get with its lists, dpkg, unshare, python3.
# Takes about a minute. Exit: 0 as described; 1 it behaves otherwise; 2 it could not be tried.
set -u
VERSION='4.96-15+deb12u11'
LIBRARIES='libc6 libcom-err2 libcrypt1 libdb5.3 libevent-2.1-7 libffi8 libgmp10 libgnutls-dane0 libgnutls30 libgssapi-krb5-2
libhogweed6 libidn12 libidn2-0 libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 libnettle8 libnsl2 libp11-kit0
libpcre2-8-0 libssl3 libtasn1-6 libtirpc3 libunbound8 libunistring2 zlib1g'

if [ "${1:-}" = --inside ]; then
    # In the namespaces, process 1: everything ends with it.
    T=$2
    ip link set lo up 2>/dev/null || python3 -c '
import fcntl, socket, struct
s = socket.socket(); fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 0x49))'
    hostname mail.local.example; ulimit -n 1024
    mount --make-rprivate / && mount --rbind /dev "$T/root/dev" && mount -t proc proc "$T/root/proc" || exit 2
    python3 "$T/server.py" "$T/reports" > "$T/server.log" 2>&1 &
    chroot "$T/root" /usr/sbin/exim4 -bdf -q3s > "$T/exim.log" 2>&1 &
    python3 "$T/send.py" || { cat "$T/exim.log" "$T"/root/var/log/exim4/*; exit 2; }
    for _ in $(seq 60); do
        sleep 1
        [ "$(ls "$T/reports" | wc -l)" -ge 4 ] && break
    done
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
mkdir -p "$T/debs" "$T/reports" "$T/root"/{dev,proc,tmp,run/exim4,etc/exim4,bin,lib,lib64,var/spool/exim4,var/log/exim4}
(cd "$T/debs" && apt-get -o APT::Sandbox::User=root -q download "exim4-daemon-light=$VERSION" $LIBRARIES) > "$T/apt.log" 2>&1 ||
    { tail -3 "$T/apt.log"; echo "cannot download exim4-daemon-light=$VERSION"; exit 2; }
for deb in "$T"/debs/*.deb; do dpkg -x "$deb" "$T/root" || exit 2; done
chmod 755 "$T/root"; chmod 1777 "$T/root/tmp"
# The server's user exists in the temporary folder only.
printf '%s\n' 'root:x:0:0::/root:/bin/sh' 'Debian-exim:x:64201:64201::/var/spool/exim4:/bin/false' > "$T/root/etc/passwd"
printf '%s\n' 'root:x:0:' 'mail:x:8:' 'Debian-exim:x:64201:' > "$T/root/etc/group"
chown -R 64201:64201 "$T/root/var/spool/exim4" "$T/root/var/log/exim4" "$T/root/run/exim4"
echo '127.0.0.1 localhost mail.local.example' > "$T/root/etc/hosts"
cat > "$T/root/etc/exim4/exim4.conf" <<'X'
primary_hostname = mail.local.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = 2525
disable_ipv6 = true
tls_advertise_hosts =
host_lookup =
keep_environment =
delay_warning =
acl_smtp_rcpt = accept
acl_smtp_data = accept
begin acl
accept:
  accept
begin routers
sender:
  driver = manualroute
  local_parts = barometre
  route_list = local.example 127.0.0.1
  self = send
  transport = out
local:
  driver = accept
  domains = local.example
  check_local_user
  transport = none
remote:
  driver = manualroute
  route_list = remote.test 127.0.0.1
  self = send
  transport = out
begin transports
out:
  driver = smtp
  allow_localhost
  port = 2626
none:
  driver = appendfile
  file = /dev/null
begin retry
*  *  F,10s,3s
X
cat > "$T/server.py" <<'X'
# The other side: says no to some recipients, takes all else and keeps it.
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
            elif word == "RCPT TO" and b"gone@" in line: self.say("550 5.1.1 User unknown")
            elif word == "RCPT TO" and b"full@" in line: self.say("552 5.2.2 Mailbox full")
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
for _ in range(30):
    try:
        with smtplib.SMTP("127.0.0.1", 2525, local_hostname="client.local.example", timeout=10) as s:
            for to in ("gone@remote.test", "full@remote.test", "later@remote.test", "unknown@local.example"):
                mail = f"From: barometre@local.example\r\nTo: {to}\r\nSubject: invitation\r\nMessage-ID: <{to}>\r\n" \
                       "Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n\r\nHello.\r\n"
                s.sendmail("barometre@local.example", [to], mail.encode())
        sys.exit(0)
    except ConnectionRefusedError as fault:
        last = fault; time.sleep(0.5)
sys.exit(f"the server does not take the mail: {last}")
X
echo "exim4-daemon-light $(dpkg-deb -f "$T"/debs/exim4-daemon-light_*.deb Version), $(chroot "$T/root" /usr/sbin/exim4 -bV 2>/dev/null | head -1)"
timeout -k 5 120 unshare --net --uts --mount --pid --fork --kill-child bash "$(readlink -f "$0")" --inside "$T" &
PID=$!
wait "$PID"; rc=$?; PID=
[ $rc = 0 ] || { echo "the server could not be run ($rc)"; exit 2; }
[ "$(ls "$T/reports" | wc -l)" = 4 ] ||
    { tail -n 20 "$T/exim.log" "$T"/root/var/log/exim4/*log; echo "expected four reports, got: $(ls "$T/reports" | xargs)"; exit 1; }
python3 - "$T/reports" <<'X'
import email, os, re, sys
expected = {
    "gone@remote.test": ("failed", "5.0.0", "smtp; 550 5.1.1 User unknown"),
    "full@remote.test": ("failed", "5.0.0", "smtp; 552 5.2.2 Mailbox full"),
    "later@remote.test": ("failed", "5.0.0", "smtp; 451 4.3.0 Temporary lookup failure: retry timeout exceeded"),
    "unknown@local.example": ("failed", "5.0.0", None),
}
found, words = {}, {}
for name in os.listdir(sys.argv[1]):
    mail = email.message_from_bytes(open(os.path.join(sys.argv[1], name), "rb").read())
    parts = {part.get_content_type(): part for part in reversed(list(mail.walk()))}
    status = parts["message/delivery-status"].get_payload()[1]
    to = status["Final-Recipient"].split(";")[1].strip()
    found[to] = (status["Action"], status["Status"], status["Diagnostic-Code"])
    words[to] = re.search(rf"(?m)^  {re.escape(to)}\n((?:    .*\n?)+)", parts["text/plain"].get_payload().replace("\r", ""))
    words[to] = " / ".join(line.strip() for line in words[to][1].splitlines()) if words[to] else None
for to in expected:
    action, status, code = found.get(to, (None,) * 3)
    print(f"\n{to}\n  Action          {action}\n  Status          {status}\n  Diagnostic-Code {code}\n  text part       {words.get(to)}")
same = found == expected and all(words.values())
print("\nas described: 5.0.0 whatever the reason, no Diagnostic-Code for Exim's own" if same else "\nNOT as described: it changed")
sys.exit(0 if same else 1)
X
