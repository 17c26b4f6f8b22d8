#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Writes N rows in the layout of GDELT 2.0's event table: actors, codes and days drawn with a fixed
# seed, four rows to an address. For timing `entente import`; the events are made up.
import random
import sys

STATES = "USA RUS CHN FRA GBR DEU IND PAK IRN ISR TUR EGY SAU JPN KOR BRA NGA KEN ZAF UKR".split()
ROLES = ["", "", "", "GOV", "MIL", "COP", "REB", "OPP", "CVL"]
CODES = "010 020 036 040 042 043 046 051 057 061 071 0841 111 112 120 130 141 163 173 190 193".split()
COLUMNS = 61


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    draw = random.Random(7)
    for number in range(count):
        row = [""] * COLUMNS
        day = f"2024{draw.randint(1, 12):02d}{draw.randint(1, 28):02d}"
        row[0], row[1] = str(1_000_000_000 + number), day
        for column in (5, 15):
            if draw.random() < 0.85:
                state = draw.choice(STATES)
                row[column], row[column + 1] = state + draw.choice(ROLES), state
        code = draw.choice(CODES)
        row[25], row[26], row[27], row[28] = "1", code, code[:3], code[:2]
        row[29], row[30], row[31], row[32], row[33], row[34] = "1", "1.9", "4", "1", "4", "-1.25"
        row[51], row[52], row[53] = "4", "Some City, Some Province, Some Country", "XX"
        row[56], row[57], row[58] = "12.5", "45.25", "-1234567"
        row[59], row[60] = day + "120000", f"https://www.example.org/news/{number // 4}"
        print("\t".join(row))


if __name__ == "__main__":
    main()
