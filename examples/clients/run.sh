#!/bin/sh
# Makes clients of the description that a site gives of its API, and uses each against the site:
#   sh run.sh https://www.example.org [FOLDER]
# It needs a JDK of 17, Maven, Python 3 with venv, and Node.js 20, each of which fetches what it needs.
set -eu
site=${1:?"which site? such as http://127.0.0.1:8080"}
here=$(cd "$(dirname "$0")" && pwd)
made=${2:-$(mktemp -d)}
generator=7.17.0
mkdir -p "$made"
cd "$made"

curl -fsS "$site/openapi.json" -o openapi.json
mvn -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$generator -DoutputDirectory=. -Dmdep.stripVersion=true
generate() { java -jar openapi-generator-cli.jar generate -i openapi.json "$@" >"$1$2.log" 2>&1 || { tail "$1$2.log"; exit 1; }; }

# Faults of the description
npm --silent init -y >/dev/null
npm --silent install @redocly/cli@2 @stoplight/spectral-cli@6 openapi-typescript@7 openapi-fetch@0 typescript@5 tsx@4 @types/node@20
npx redocly lint openapi.json
echo 'extends: ["spectral:oas"]' >.spectral.yaml
npx spectral lint --fail-severity=warn -r .spectral.yaml openapi.json

# TypeScript
npx openapi-typescript openapi.json -o schema.d.ts
cp "$here/use.ts" use.mts
npx tsc --noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler use.mts
npx tsx use.mts "$site"

# Python
generate -g python -o python
python3 -m venv venv
venv/bin/pip -q install ./python
venv/bin/python "$here/use.py" "$site"

# Java
generate -g java --library okhttp-gson --additional-properties=useSingleRequestParameter=true -o java
cp "$here/Use.java" java/src/main/java/
mvn -q -f java -DskipTests compile dependency:build-classpath -Dmdep.outputFile=class-path
java -cp "java/target/classes:$(cat java/class-path)" Use "$site"
