#!/bin/sh
# Imports this folder into a new Neo4j 5 database; the server must not be running.
#   ./import.sh [DATABASE] [OPTIONS of neo4j-admin database import full]
# Afterwards start the server and run: cypher-shell -f constraints.cypher
set -eu
cd "$(dirname "$0")"
database=neo4j
if [ $# -gt 0 ]; then
    database=$1
    shift
fi
exec "${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full \
    --id-type=string --array-delimiter=U+001F --multiline-fields=true \
    --nodes=nodes_header.csv,nodes.csv \
    --relationships=relationships_header.csv,relationships.csv \
    "$@" "$database"
