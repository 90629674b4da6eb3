#!/usr/bin/env python3
"""Builds one graph of articles on a Spark cluster, the same one that `relata build` makes.

    spark-submit distributed/build_graph.py --input ARTICLES... --output FOLDER

An input is a file or a folder, each of them local (then all machines must see it at the same path) or in an object store
(s3://, gs://, abfss://, hdfs://), in every format that `relata build` reads. FOLDER then holds
    graph.relata   the graph file; where one is there, the articles are added to it
    parquet/       nodes, edges and evidence, with the columns of docs/formats.md
    neo4j/ ...     import files, one folder or file a format of --formats
    records/       what `relata extract` wrote, without duplicates; `relata merge FOLDER/records/kind=record/*.gz -o G` makes
                   the graph again
    report.json    how much was read, and which articles were not

How it works: inputs are cut into parts (JSON Lines into ranges of lines, other files stay whole). Executors stream each
part through a pipe into a `relata extract` of their own. A part whose process dies is tried again, then cut in halves
until the articles that kill it are found; they are counted, named and left out. Records are made distinct and grouped by
article as DataFrame operations, and written. The driver streams them through `relata merge`, which resolves names and
folds records into edges; merging does not depend on order or division, so neither do the exports.

Exit status: 0 done, 2 an error, also where some articles were left out. docs/scale.md tells how to run it on a cluster.
"""
import argparse
import collections
import csv
import gzip
import itertools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading

import pyarrow
import pyarrow.csv
import pyarrow.fs
import pyarrow.parquet
from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions

ROWS = 10_000  # that go to Spark at a time
PIECE = 1 << 20  # bytes that are handed over at a time
TASKS_AT_MOST = 50_000  # more cost Spark's driver more than they bring
TRIES = 2  # of a part before it is cut in halves
SECONDS_AT_MOST = 3600  # for one part; then its process is taken for stuck
FAULTS_KEPT = 1000  # that report.json names; all are counted

FOLDERS = ("csv", "kuzu", "neo4j")  # formats that are a folder
PART_SCHEMA = "url string, name string, start long, end long, line long"
SCHEMA = "kind string, value string"
PACKED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ")  # gzip, zstd, bzip2, xz
SUMMARY = re.compile(r"^([\d,]+) articles? \(", re.MULTILINE)
FAULT = re.compile(r"^relata: (skipped|mended) (.*)$", re.MULTILINE)

# A part of an input: bytes [start, end) of the file at `url`, which `relata build` would call `name`. `line` is the number
# of the first line that begins in it; 0 where the file is not cut at lines but read whole.
Part = collections.namedtuple("Part", "url name start end line")
# What executors need to know: the program, and its options for extraction.
Job = collections.namedtuple("Job", "relata version options")


class JobError(Exception):
    """Ends the job; the message says what is wrong."""


# -- Files, local or in an object store --------------------------------------------------------------------------------

def is_local(url):
    return "://" not in url


def open_location(url):
    """The file system of a URL or a local path, and the path in it."""
    if is_local(url):
        return pyarrow.fs.LocalFileSystem(), os.path.abspath(url)
    return pyarrow.fs.FileSystem.from_uri(url)


def spark_url(url):
    """The URL as Spark's own file systems want it."""
    if is_local(url):
        return pathlib.Path(url).resolve().as_uri()
    return re.sub("^s3://", "s3a://", url)


def join(url, name):
    return url + ("" if url.endswith("/") else "/") + name


def list_files(inputs):
    """(name, size) of all input files. Hidden ones are left out; `relata` tells itself what is no article."""
    for url in inputs:
        system, path = open_location(url)
        info = system.get_file_info(path)
        if info.type == pyarrow.fs.FileType.NotFound:
            raise JobError(f"{url}: not found")
        if info.type == pyarrow.fs.FileType.File:
            yield url, info.size
            continue
        for found in system.get_file_info(pyarrow.fs.FileSelector(path, recursive=True)):
            inner = found.path[len(path):].strip("/")
            hidden = any(step.startswith(".") for step in inner.split("/"))
            if found.type == pyarrow.fs.FileType.File and not hidden:
                yield join(url, inner), found.size


def read_range(url, start, end):
    """Bytes [start, end) in pieces."""
    system, path = open_location(url)
    with system.open_input_file(path) as file:
        file.seek(start)
        while start < end and (piece := file.read(min(PIECE, end - start))):
            start += len(piece)
            yield piece


# -- Parts -------------------------------------------------------------------------------------------------------------

def is_cuttable(url):
    """Whether the file is plain JSON Lines, an article a line."""
    if not re.search(r"\.(jsonl|ndjson)$", url, re.IGNORECASE):
        return False
    head = b"".join(read_range(url, 0, 4096))
    return not head.startswith(PACKED) and head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def count_lines(part):
    return sum(piece.count(b"\n") for piece in read_range(part.url, part.start, part.end))


def plan_parts(spark, files, part_size):
    """All parts. JSON Lines of more than one part are read once to number their lines: articles without an id are known by
    them."""
    files = [(os.path.abspath(name) if is_local(name) else name, name, size) for name, size in files]
    whole, cut = [], []
    for (url, name, size), cuttable in zip(files, spread(spark, files).map(lambda file: is_cuttable(file[0])).collect()):
        if cuttable:
            cut += [Part(url, name, start, min(start + part_size, size), 1) for start in range(0, size, part_size)]
        else:
            whole.append(Part(url, name, 0, size, 0))
    counted = [part for part in cut if part.start > 0 or part.end == part_size]
    counts = dict(zip(counted, spread(spark, counted).map(count_lines).collect())) if counted else {}
    line = 1
    for number, part in enumerate(cut):
        line = 1 if part.start == 0 else line
        cut[number] = part._replace(line=line)
        line += counts.get(part, 0)
    return whole + cut


def spread(spark, parts):
    return spark.sparkContext.parallelize(parts, max(1, min(len(parts), TASKS_AT_MOST)))


def whole_lines(part):
    """The lines that begin in a part, and the number of the first."""
    data = b"".join(read_range(part.url, part.start, part.end))
    line = part.line
    if part.start > 0 and next(read_range(part.url, part.start - 1, part.start)) != b"\n":
        data = data.partition(b"\n")[2]
        line += 1
    if data and not data.endswith(b"\n"):
        rest, end = [data], part.end
        for piece in read_range(part.url, end, sys.maxsize):
            rest.append(piece[:piece.find(b"\n") + 1] if b"\n" in piece else piece)
            if b"\n" in piece:
                break
        data = b"".join(rest)
    return data, line


# -- Extraction, in the executors --------------------------------------------------------------------------------------

# How a run of `relata extract` ended, and a file of what it wrote.
Run = collections.namedtuple("Run", "status records messages")


def run_extract(command, feed):
    """`feed` gives the bytes of its standard input."""
    with tempfile.TemporaryFile() as messages:
        records = tempfile.TemporaryFile()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=records, stderr=messages)
        timer = threading.Timer(SECONDS_AT_MOST, process.kill)
        timer.start()
        try:
            give(process, feed)
        finally:
            status = process.wait()
            timer.cancel()
        records.seek(0)
        messages.seek(0)
        return Run(status, records, messages.read().decode(errors="replace"))


def give(process, feed):
    """Writes to a process; one that reads no more has read enough, or died, which its exit status tells."""
    try:
        with process.stdin as pipe:
            for piece in feed:
                pipe.write(piece)
    except BrokenPipeError:
        pass


def articles_of(run):
    """How many articles it read. A run that did not die and gives no summary failed for a reason outside of the articles."""
    summary = SUMMARY.search(run.messages)
    if summary is None:
        raise JobError(f"relata extract failed: {run.messages.strip() or run.status}")
    return int(summary[1].replace(",", ""))


def command_of(job, part, line):
    return [job.relata, "extract", "-", "-j", "1", "-v", "--color", "never", "--stdin-name", part.name, *job.options,
            *(["--input-format", "jsonl", "--stdin-line", str(line)] if line else [])]


def rows_of_run(run, part, line):
    """Rows (kind, value) of a run that ended well: its records and one report."""
    report = {"part": f"{part.name}:{part.start}:{line}", "articles": articles_of(run), "skipped": 0, "mended": 0, "faults": []}
    for kind, fault in FAULT.findall(run.messages):
        report[kind] += 1
        if len(report["faults"]) < FAULTS_KEPT:
            report["faults"].append(f"{kind} {fault if part.name in fault else f'{part.name}: {fault}'}")
    for record in run.records:
        yield "record", record[:-1]
    yield "report", json.dumps(report, ensure_ascii=False)


def rows_of_dead(part, line, what):
    report = {"part": f"{part.name}:{part.start}:{line}", "articles": 0, "skipped": 1, "mended": 0,
              "faults": [f"skipped {what}: relata extract died of it"]}
    yield "report", json.dumps(report, ensure_ascii=False)


def rows_of_feed(job, part, line, feed):
    """Rows of what `feed()` gives, or None where the process dies of it each time."""
    for _ in range(TRIES):
        run = run_extract(command_of(job, part, line), feed())
        if run.status >= 0:
            return rows_of_run(run, part, line)
    return None


def rows_of_lines(job, part, line, data):
    rows = rows_of_feed(job, part, line, lambda: [data])
    if rows is not None:
        yield from rows
        return
    cut = data.find(b"\n", len(data) // 2, len(data) - 1) + 1 or data.rfind(b"\n", 0, len(data) - 1) + 1
    if cut == 0:
        yield from rows_of_dead(part, line, f"{part.name}:{line}")
        return
    yield from rows_of_lines(job, part, line, data[:cut])
    yield from rows_of_lines(job, part, line + data.count(b"\n", 0, cut), data[cut:])


def rows_of_part(job, part):
    if part.line == 0:
        rows = rows_of_feed(job, part, 0, lambda: read_range(part.url, part.start, part.end))
        return rows_of_dead(part, 0, part.name) if rows is None else rows
    data, line = whole_lines(part)
    return rows_of_lines(job, part, line, data) if data else ()


def local_job(job):
    """The job as this machine sees it: a program that was sent along by --files is found, and is the driver's."""
    sent = SparkFiles.get(os.path.basename(job.relata))
    relata = sent if os.path.exists(sent) else job.relata
    version = version_of(relata)
    if version != job.version:
        raise JobError(f"{relata} on this machine is {version}, the driver's is {job.version}")
    return job._replace(relata=relata)


def version_of(relata):
    try:
        return subprocess.run([relata, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise JobError(f"cannot run {relata}: {error}") from error


def extract(job, batches):
    """The map step over Arrow batches of parts; gives batches of rows."""
    job = local_job(job)
    parts = (Part(**part) for batch in batches for part in batch.to_pylist())
    rows = itertools.chain.from_iterable(rows_of_part(job, part) for part in parts)
    while some := list(itertools.islice(rows, ROWS)):
        columns = [pyarrow.array(column, pyarrow.string()) for column in zip(*some)]
        yield pyarrow.RecordBatch.from_arrays(columns, ["kind", "value"])


def write_records(spark, job, parts, folder):
    """The map step, and records made distinct and grouped by article. Writing is Spark's own, so that a task that is lost
    or runs twice leaves nothing behind."""
    table = spark.createDataFrame(spread(spark, parts), PART_SCHEMA)
    article = functions.substring_index("value", '","type":', 1)  # records begin with {"doc":"ID","type":
    (table.mapInArrow(lambda batches: extract(job, batches), SCHEMA)
     .withColumn("article", article)
     .repartition("article")
     .dropDuplicates(["article", "kind", "value"])
     .sortWithinPartitions("kind", "article", "value")
     .select("kind", "value")
     .write.mode("overwrite").partitionBy("kind").option("compression", "gzip").text(spark_url(folder)))


# -- Graph and exports, in the driver ----------------------------------------------------------------------------------

def lines_of(folder, kind):
    """The lines of one kind that the executors wrote."""
    system, path = open_location(join(folder, f"kind={kind}"))
    if system.get_file_info(path).type == pyarrow.fs.FileType.NotFound:
        return
    files = system.get_file_info(pyarrow.fs.FileSelector(path))
    for name in sorted(file.path for file in files if file.path.endswith(".gz")):
        with system.open_input_file(name) as packed, gzip.open(packed) as lines:
            yield from lines


def summarise(folder):
    report = {"articles": 0, "skipped": 0, "mended": 0, "faults": []}
    for line in lines_of(folder, "report"):
        part = json.loads(line)
        for count in ("articles", "skipped", "mended"):
            report[count] += part[count]
        report["faults"] += part["faults"][:FAULTS_KEPT - len(report["faults"])]
    report["faults"].sort()
    if report["articles"] == 0:
        raise JobError("no article was read, so no graph was made")
    return report


def run_relata(*command, feed=()):
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    give(process, feed)
    if process.wait() != 0:
        raise JobError(f"failed with status {process.returncode}: {shlex.join(command)}")


def write_parquet(tables, folder):
    """The CSV tables of `relata export` as Parquet; what is unknown is null."""
    folder.mkdir(exist_ok=True)
    numbers = {"confidence": pyarrow.float64(), "sources": pyarrow.int64(), "start": pyarrow.int64(), "end": pyarrow.int64()}
    for table in sorted(tables.glob("*.csv")):
        with open(table, encoding="utf8", newline="") as file:
            columns = next(csv.reader(file))
        rows = pyarrow.csv.open_csv(
            table, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types={name: numbers.get(name, pyarrow.string()) for name in columns},
                null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=True))
        with pyarrow.parquet.ParquetWriter(folder / f"{table.stem}.parquet", rows.schema, compression="zstd") as writer:
            for batch in rows:
                writer.write_batch(batch)


def write_graph(arguments, rules, work):
    run_relata(arguments.relata, "merge", "-", "-o", str(work / "graph.relata"), *rules,
               feed=lines_of(join(arguments.output, "records"), "record"))


def write_exports(arguments, work):
    """Parquet and import files, in the local folder `work`, where the graph is."""
    graph, relata = str(work / "graph.relata"), arguments.relata
    with tempfile.TemporaryDirectory(dir=work) as tables:
        run_relata(relata, "export", graph, "-o", tables + "/csv", "--format", "csv", "-q")
        write_parquet(pathlib.Path(tables) / "csv", work / "parquet")
    for name in arguments.formats:
        target = work / (name if name in FOLDERS else f"graph.{name}")
        if target.is_dir():
            shutil.rmtree(target)
        run_relata(relata, "export", graph, "-o", str(target), "--format", name, "-q")


def deliver(arguments, rules):
    """Makes the outputs in a local folder and brings them to the output's place, if that is another: the graph first, since
    exports need more memory."""
    if is_local(arguments.output):
        work = pathlib.Path(arguments.output).resolve()
        write_graph(arguments, rules, work)
        write_exports(arguments, work)
        return
    system, path = open_location(arguments.output)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        if system.get_file_info(f"{path}/graph.relata").type == pyarrow.fs.FileType.File:
            pyarrow.fs.copy_files(f"{path}/graph.relata", f"{work}/graph.relata", source_filesystem=system)
        write_graph(arguments, rules, work)
        pyarrow.fs.copy_files(f"{work}/graph.relata", f"{path}/graph.relata", destination_filesystem=system)
        write_exports(arguments, work)
        pyarrow.fs.copy_files(folder, path, destination_filesystem=system)


def write_report(report, output):
    system, path = open_location(output)
    with system.open_output_stream(f"{path}/report.json") as file:
        file.write(json.dumps(report, ensure_ascii=False, indent=1).encode() + b"\n")


# -- The job -----------------------------------------------------------------------------------------------------------

def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", required=True, metavar="URL", help="files or folders of articles")
    parser.add_argument("--output", required=True, metavar="URL", help="folder to make or to add to; seen by all machines")
    parser.add_argument("--relata", default="relata", metavar="PROGRAM",
                        help="the program on every machine, or its name where --files sends it along")
    parser.add_argument("--formats", nargs="*", default=["neo4j"], metavar="FORMAT", help="of `relata export`; default: neo4j")
    parser.add_argument("--rules", action="append", default=[], metavar="DIR", help="as for `relata build`")
    parser.add_argument("--extract-options", default="", metavar="TEXT",
                        help="more options of `relata extract`: '--lang de --text-field body'")
    parser.add_argument("--part-size", type=int, default=32 << 20, metavar="BYTES", help="of JSON Lines; default: 32 MiB")
    return parser.parse_args()


def run(arguments):
    rules = [word for folder in arguments.rules for word in ("--rules", folder)]
    job = Job(arguments.relata, version_of(arguments.relata), [*rules, *shlex.split(arguments.extract_options)])
    # Faults in options and rules come now, not once a task.
    articles_of(run_extract(command_of(job, Part("", "-", 0, 0, 0), 1), []))
    if is_local(arguments.output):
        os.makedirs(arguments.output, exist_ok=True)
    records = join(arguments.output, "records")
    spark = SparkSession.builder.appName("relata").getOrCreate()
    try:
        write_records(spark, job, plan_parts(spark, list_files(arguments.input), arguments.part_size), records)
    finally:
        spark.stop()
    report = summarise(records)
    deliver(arguments, rules)
    write_report(report, arguments.output)
    for fault in report["faults"]:
        print(f"relata: {fault}", file=sys.stderr)
    print(f"{report['articles']:,} articles, {report['skipped']:,} skipped, {report['mended']:,} mended -> "
          f"{arguments.output}", file=sys.stderr)
    return 2 if report["skipped"] or report["mended"] else 0


if __name__ == "__main__":
    try:
        sys.exit(run(parse_arguments()))
    except JobError as error:
        print(f"build_graph: {error}", file=sys.stderr)
        sys.exit(2)
