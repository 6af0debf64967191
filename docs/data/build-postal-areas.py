"""Turns the npm package jquery-jpostal-ja into the compact table of postal areas that Otodoke ships.

    cd /tmp && npm pack jquery-jpostal-ja@2.14.73 && tar xzf jquery-jpostal-ja-2.14.73.tgz
    python3 docs/data/build-postal-areas.py /tmp/package src/main/resources/jp/otodoke/customers

Writes postal-areas.tsv.gz (zip, prefecture, city, town, street, office, and the kana of prefecture, city and
town, full width) and postal-areas.properties. The same package gives the same bytes. A new version string makes every
installation load the table again at its next start, unless a newer one was imported from the post office's file.
"""
import glob
import gzip
import hashlib
import json
import sys
import unicodedata

package, target = sys.argv[1:]
with open(f"{package}/package.json", encoding="utf-8") as file:
    version = json.load(file)["version"]
date = ""

areas = set()
for name in sorted(glob.glob(f"{package}/json/*.json")):
    with open(name, encoding="utf-8") as file:
        text = file.read()
    for row in json.loads(text[text.index("(") + 1 : text.rindex(")")]):
        row = row + [""] * (9 - len(row))
        if row[0].endswith("000info"):
            date = " ".join(row).split()[-1]
        if not row[0].strip("_").isdecimal() or len(row[0].strip("_")) != 7:  # entries for the first three digits alone, and the date of the data
            continue
        if "場合" in row[3]:  # 「…の次に…番地がくる場合」 is an instruction, no name of a town
            row[3] = row[8] = ""
        wide = [unicodedata.normalize("NFKC", kana) for kana in row[6:9]]
        plain = [part.replace("\t", " ").strip() for part in row[1:6]]
        areas.add("\t".join([row[0].strip("_"), *plain, *wide]))

content = ("\n".join(sorted(areas)) + "\n").encode("utf-8")
with open(f"{target}/postal-areas.tsv.gz", "wb") as file:
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as zipped:
        zipped.write(content)
with open(f"{target}/postal-areas.properties", "w", encoding="utf-8") as file:
    file.write(
        "# Built by docs/data/build-postal-areas.py. Data: Japan Post; packed by jquery-jpostal-ja, MIT licence,\n"
        "# https://github.com/ninton/jquery.jpostal.js\n"
        f"source=jquery-jpostal-ja {version}\n"
        f"date={date}\n"
        f"sha256={hashlib.sha256(content).hexdigest()}\n"
        f"rows={len(areas)}\n"
    )
print(len(areas), "areas")
