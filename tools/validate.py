#!/usr/bin/env python3
"""validate.py SCHEMA FILE…: fails if a file is not what the JSON Schema says. Knows the part of
JSON Schema 2020-12 that docs/*.schema.json use, and fails on any other keyword."""
import json, re, sys

KNOWN = {"$schema", "$id", "title", "description", "type", "const", "enum", "pattern", "minimum",
         "properties", "required", "additionalProperties", "items"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def errors(schema, value, at="$"):
    if unknown := set(schema) - KNOWN:
        yield f"{at}: the schema uses {sorted(unknown)}"
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield f"{at}: not of type {kind}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not fit {schema['pattern']}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{at}: {value} is below {schema['minimum']}"
    for key in schema.get("required", []):
        if key not in value:
            yield f"{at}: {key} is missing"
    properties = schema.get("properties", {})
    if kind == "object":
        for key, one in value.items():
            if key in properties:
                yield from errors(properties[key], one, f"{at}.{key}")
            elif schema.get("additionalProperties") is False:
                yield f"{at}: {key} is not known"
    if kind == "array" and "items" in schema:
        for n, one in enumerate(value):
            yield from errors(schema["items"], one, f"{at}[{n}]")


bad = 0
schema = json.load(open(sys.argv[1], encoding="utf-8"))
for path in sys.argv[2:]:
    for error in errors(schema, json.load(open(path, encoding="utf-8"))):
        print(f"{path}: {error}")
        bad += 1
sys.exit(bad > 0)
