// The native part of the Python package: extraction and graphs, with JSON text as what crosses the
// border, so that records and graphs have the form here that they have in files. relata/__init__.py
// makes Python objects of it and is what people import.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "export/exporter.hpp"
#include "extract/extractor.hpp"
#include "extract/relation_json.hpp"
#include "graph/merge.hpp"
#include "graph/query/query.hpp"
#include "graph/store.hpp"

namespace py = pybind11;

namespace relata {
namespace {

namespace query = graph::query;

// An extractor that owns its rules.
class Extractor {
  public:
    explicit Extractor(const std::vector<std::string>& rules)
        : knowledge_(rules), extractor_(knowledge_) {}

    std::vector<std::string> extract(const extract::Document& document) const {
        std::vector<std::string> lines;
        for (const extract::Relation& relation : extractor_.extract(document).relations)
            lines.push_back(to_json_line(relation));
        return lines;
    }

  private:
    extract::Knowledge knowledge_;
    extract::Extractor extractor_;
};

std::vector<std::string> extract_lines(const Extractor& extractor, const std::string& text,
                                       const std::string& id, const std::string& language,
                                       const std::string& date, const std::string& title,
                                       const std::string& url, const std::string& source) {
    extract::Document document;
    document.id = id;
    document.language = language;
    document.date = date;
    document.title = title;
    document.url = url;
    document.source = source;
    document.text = text;
    const py::gil_scoped_release others_may_run;
    return extractor.extract(document);
}

query::Value value_of(const py::handle& object) {
    if (object.is_none()) return {};
    if (py::isinstance<py::bool_>(object)) return object.cast<bool>();
    if (py::isinstance<py::int_>(object)) return object.cast<std::int64_t>();
    if (py::isinstance<py::float_>(object)) return object.cast<double>();
    if (py::isinstance<py::str>(object)) return object.cast<std::string>();
    if (py::isinstance<py::dict>(object)) {
        query::Value::Map map;
        for (const auto& [key, value] : object.cast<py::dict>())
            map.emplace(key.cast<std::string>(), value_of(value));
        return map;
    }
    if (py::isinstance<py::sequence>(object)) {
        query::Value::List list;
        for (const py::handle& item : object.cast<py::sequence>()) list.push_back(value_of(item));
        return list;
    }
    throw py::type_error("a parameter is a string, number, boolean, list, dict or None");
}

// The columns, and each row as JSON texts.
using Rows = std::pair<std::vector<std::string>, std::vector<std::vector<std::string>>>;

Rows run_query(const graph::KnowledgeGraph& graph, const std::string& text,
               const py::dict& parameters) {
    query::Parameters values;
    for (const auto& [key, value] : parameters)
        values.emplace(key.cast<std::string>(), value_of(value));
    const py::gil_scoped_release others_may_run;
    const query::QueryResult result = query::run(graph, text, values);
    Rows rows{result.columns, {}};
    for (const auto& row : result.rows) {
        std::vector<std::string>& texts = rows.second.emplace_back();
        for (const query::Value& value : row) texts.push_back(to_json(value, graph));
    }
    return rows;
}

std::string exported(const graph::KnowledgeGraph& graph, const std::string& format,
                     const std::string& flavor) {
    const exporting::Exporter* exporter = exporting::exporter_named(format);
    if (exporter == nullptr || exporter->write_stream == nullptr)
        throw py::value_error("there is no single-file format '" + format + "'");
    std::ostringstream out;
    exporter->write_stream(graph, {flavor}, out);
    return std::move(out).str();
}

graph::KnowledgeGraph merged(const std::vector<std::string>& lines) {
    std::vector<extract::Relation> relations;
    for (const std::string& line : lines) relations.push_back(extract::relation_from_json(line));
    return graph::merge(relations);
}

}  // namespace
}  // namespace relata

PYBIND11_MODULE(_relata, module) {
    using namespace relata;
    py::register_exception<Error>(module, "RelataError", PyExc_ValueError);
    py::class_<Extractor>(module, "Extractor")
        .def(py::init<const std::vector<std::string>&>())
        .def("extract", &extract_lines);
    py::class_<graph::KnowledgeGraph>(module, "Graph")
        .def_static("load", [](const std::string& path) { return graph::load(path); })
        .def_static("merge", &merged)
        .def("query", &run_query)
        .def("export", &exported)
        .def("counts", [](const graph::KnowledgeGraph& graph) {
            return std::pair(graph.nodes().size(), graph.edges().size());
        });
}
