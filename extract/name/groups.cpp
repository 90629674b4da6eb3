#include "extract/name/groups.hpp"

#include <algorithm>
#include <utility>

#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// Of more, "the companies" says something in general; and claims are made for each of them.
constexpr std::size_t kMostMembers = 6;

void add_once(std::vector<std::uint32_t>& members, std::uint32_t entity) {
    if (std::find(members.begin(), members.end(), entity) == members.end())
        members.push_back(entity);
}

}  // namespace

std::vector<std::uint32_t> Groups::before(std::uint32_t t, std::size_t sentence,
                                          const Wanted& wanted) const {
    const auto& sentences = words_.analysis.sentences;
    const Members here = spoken_of(sentences[sentence].first, t, wanted.types);
    for (std::size_t back = 0; back <= std::min(wanted.sentences, sentence); ++back) {
        const Sentence& in = sentences[sentence - back];
        const std::uint32_t end = back == 0 ? t : in.last;
        const Members all = back == 0 ? here : spoken_of(in.first, end, wanted.types);
        if (all.size() < 2) continue;
        Members group = last_series(names_in(in.first, end, wanted.types), wanted.size);
        const bool alone = wanted.size == 0 ? all.size() == 2 : all.size() == wanted.size;
        if (group.empty() && alone && !wanted.series) group = all;
        // "Acme is to buy Blip. It brings together Zap, Arden and Orla. The two firms"
        if (group.empty() && wanted.size != 0) continue;
        // "Acme hat die beiden Firmen gekauft": Acme is none of them.
        const bool acts = back > 0 && std::any_of(here.begin(), here.end(), [&](auto entity) {
                              return std::find(group.begin(), group.end(), entity) != group.end();
                          });
        return acts || group.size() > kMostMembers ? Members{} : group;
    }
    return {};
}

bool Groups::fits(const Mention& mention, TypeSet types) const {
    if (mention.entity == kNoEntity) return false;
    const Entity& entity = entities_[mention.entity];
    return !entity.name.empty() && (type_bit(entity.likeliest) & types) != 0;
}

// Media, universities, courts, authorities: "the two firms" are others.
bool Groups::is_institution(const Mention& name) const {
    for (std::uint32_t at = name.first; at < name.last; ++at)
        if (words_.in(words_.lists.background_name, at)) return true;
    return false;
}

std::vector<const Mention*> Groups::names_in(std::uint32_t begin, std::uint32_t end,
                                             TypeSet types) const {
    std::vector<const Mention*> found;
    std::uint32_t covered = begin;
    for (auto at = std::ranges::lower_bound(names_, begin, {}, &Mention::first);
         at != names_.end() && at->first < end; ++at) {
        if (at->form != MentionForm::name || at->first < covered) continue;
        covered = at->last;
        if (fits(*at, types) && !is_institution(*at)) found.push_back(&*at);
    }
    return found;
}

Groups::Members Groups::spoken_of(std::uint32_t begin, std::uint32_t end, TypeSet types) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // token, entity
    for (const Mention* name : names_in(begin, end, types))
        found.emplace_back(name->first, name->entity);
    for (std::size_t i = references_.size(); i > 0 && references_[i - 1].last > begin; --i) {
        const Mention& reference = references_[i - 1];
        if (!reference.plural && reference.last <= end && fits(reference, types))
            found.emplace_back(reference.first, reference.entity);
    }
    std::sort(found.begin(), found.end());
    Members members;
    for (const auto& [token, entity] : found) add_once(members, entity);
    return members;
}

Groups::Members Groups::last_series(std::span<const Mention* const> names, std::size_t size) const {
    Members last, series;
    Joint before = Joint::none;
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const Joint next =
            i > 0 && i < names.size() ? joint(*names[i - 1], *names[i]) : Joint::none;
        if (next == Joint::none) {
            const bool whole = before == Joint::coordinator && series.size() > 1;
            if (whole && (size == 0 || series.size() == size)) last = series;
            series.clear();
        }
        before = next;
        if (i < names.size()) add_once(series, names[i]->entity);
    }
    return last;
}

// ", ", "and", "(Rome) and the engineer": no verb stands between two members.
Groups::Joint Groups::joint(const Mention& left, const Mention& right) const {
    constexpr std::uint32_t farthest = 8;  // tokens
    if (left.last >= right.first || right.first - left.last > farthest) return Joint::none;
    std::uint32_t at = left.last;
    if (words_.is(at, '(')) {
        while (at < right.first && !words_.is(at, ')')) ++at;
        ++at;
    }
    const bool comma = at < right.first && words_.is(at, ',');
    if (comma) ++at;
    const bool coordinator = at < right.first && (words_.single[at] & cls::conjunction) != 0 &&
                             (words_.single[at] & cls::subordinator) == 0;
    if (!comma && !coordinator) return Joint::none;
    for (at += coordinator ? 1 : 0; at < right.first; ++at)
        if (words_.flag(at, kClauseBreak) ||
            (words_.has(at, kVerbs | cls::relative) && !words_.flag(at, kCapital)))
            return Joint::none;
    return coordinator ? Joint::coordinator : Joint::comma;
}

}  // namespace relata::extract
