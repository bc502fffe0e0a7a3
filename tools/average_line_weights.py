#!/usr/bin/env python3
"""The weighted mean of tables that tools/train_line_weights.cc made, with the comment of the first: the model is convex, so the mean of
trainings on differently composed pages leans on the habits of none.

  average_line_weights.py OUT.tsv TABLE.tsv:WEIGHT ...
"""
import sys

NEVER = -9.0  # what follows a state in no page of a training


def rows(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            name, weights = line.rstrip("\n").split("\t")
            table[name] = [float(weight) for weight in weights.split()]
    return table


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, *given = sys.argv[1:]
    paths = [argument.rsplit(":", 1) for argument in given]
    tables = [(rows(path), float(weight)) for path, weight in paths]
    names = list(dict.fromkeys(name for table, _ in tables for name in table))
    states = len(tables[0][0][names[0]])
    zeros = [0.0] * states
    comment = [line for line in open(paths[0][0], encoding="utf-8") if line.startswith("#")]
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(comment)
        for name in names:
            columns = zip(*(table.get(name, zeros) for table, _ in tables))
            mean = []
            for column in columns:
                never = name.startswith(">") and max(column) <= NEVER + 0.1
                value = NEVER if never else sum(weight * w for weight, (_, w) in zip(column, tables))
                mean.append(f"{round(value, 2) + 0.0:g}")
            file.write(name + "\t" + " ".join(mean) + "\n")


if __name__ == "__main__":
    main()
