"""Sixty people answer through the balancer of tests/hosts, eight at once, each again until it is taken. Says KILL when a
quarter has, CUT when half has, and waits for a line each time. Fails unless pages are back ten seconds later."""
import os
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

demo, wanted = open(sys.argv[1]).read(), int(sys.argv[2])


def ask(path, *pairs):
    """The status and the page; pairs are sent as a form."""
    form = [word for pair in pairs for word in ("--data-urlencode", pair)]
    out = subprocess.run(
        ["curl", "-ks", "-m", "20", "--resolve", "barometer.example.org:443:10.0.0.2", "-w", "\n%{http_code}", *form]
        + ["https://barometer.example.org" + path],
        capture_output=True, text=True, check=False,
    ).stdout
    page, _, status = out.rpartition("\n")
    return status, page


def links():
    """One of each mail of the demonstration."""
    found = {}
    for folder, _, names in os.walk(re.search(r"Mails: (.*)", demo)[1].strip()):
        for name in sorted(names):
            text = open(os.path.join(folder, name), errors="replace").read()
            # Long lines of a mail are folded with "=" at their end.
            link = re.search(r"/r/[A-Za-z0-9_-]{43}", re.sub(r"=\r?\n", "", text))
            if link:
                found[link[0]] = None
    return list(found)


taken, again = [], []


def until_taken(path, *pairs):
    while True:
        status, page = ask(path, *pairs)
        if status in ("200", "303"):
            return page
        again.append(status)
        time.sleep(0.2)


def answer(link):
    until_taken(link, "service=finance")
    until_taken(link + "/2", "q_overall=4", "go=next")
    until_taken(link + "/sending", "sent=yes")
    thanks = until_taken(link)
    assert re.search("enregistré, merci|recorded, thank you", thanks, re.IGNORECASE), thanks
    taken.append(time.monotonic())


def happens(word):
    print(word)
    sys.stdin.readline()


def wait_for(number):
    while len(taken) < number and walking.is_alive():
        time.sleep(0.01)


people = []
for link in links():
    if 'value="finance"' in ask(link)[1]:
        people.append(link)
    if len(people) == wanted:
        break
assert len(people) == wanted, f"{len(people)} people of the demonstration may judge finance"


def everybody():
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(answer, people))


walking = threading.Thread(target=everybody)
walking.start()
wait_for(wanted // 4)
happens("KILL")
wait_for(wanted // 2)
happens("CUT")
promoted, before = time.monotonic(), len(taken)
wait_for(before + 1)
back = taken[before] - promoted
walking.join()
print(f"{len(taken)} acknowledged, {len(again)} attempts again; the next whole response {back:.1f} s after the promotion")
sys.exit(0 if len(taken) == wanted and back < 10 else 1)
