#include "eval/baseline.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace relata::eval {
namespace {

using nlohmann::json;

json counts(const Tally& tally) {
    return {{"right", tally.right},
            {"wrong", tally.wrong},
            {"missed", tally.missed},
            {"status_right", tally.status_right}};
}

std::size_t count_of(const json& counts, const char* key) { return counts.at(key); }

std::string change(const std::string& what, std::size_t before, std::size_t now) {
    return what + ": " + std::to_string(before) + " before, " + std::to_string(now) + " now";
}

}  // namespace

void save_baseline(const Report& report, const std::filesystem::path& path) {
    json by_type = json::object();
    for (const auto& [type, tally] : report.by_type) by_type[type] = counts(tally);
    std::ofstream file(path, std::ios::binary);
    file << json{{"all", counts(report.all)}, {"by_type", by_type}}.dump(1) << '\n';
    file.close();
    if (!file) throw Error(path.string(), "the baseline cannot be written");
}

std::vector<std::string> regressions(const Report& report, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(path.string(), "cannot be opened", "make it with --save-baseline");
    std::vector<std::string> found;
    try {
        const json baseline = json::parse(file);
        const json& all = baseline.at("all");
        if (const auto before = count_of(all, "right"); report.all.right < before) {
            found.push_back(change("fewer right relations", before, report.all.right));
        }
        if (const auto before = count_of(all, "wrong"); report.all.wrong > before) {
            found.push_back(change("more wrong relations", before, report.all.wrong));
        }
        if (const auto before = count_of(all, "status_right"); report.all.status_right < before) {
            found.push_back(change("fewer right statuses", before, report.all.status_right));
        }
        for (const auto& [type, tally] : baseline.at("by_type").items()) {
            const auto now = report.by_type.find(type);
            const std::size_t right = now == report.by_type.end() ? 0 : now->second.right;
            if (const auto before = count_of(tally, "right"); right < before) {
                found.push_back(change("fewer right relations of " + type, before, right));
            }
        }
    } catch (const json::exception& fault) {
        throw Error(path.string(), std::string("not a baseline: ") + fault.what(),
                    "make it anew with --save-baseline");
    }
    return found;
}

}  // namespace relata::eval
