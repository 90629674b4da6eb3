#include "graph/resolve.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "graph/cluster_naming.hpp"
#include "graph/cluster_set.hpp"
#include "graph/name_key.hpp"
#include "graph/nicknames.hpp"

namespace relata::graph {
namespace {

using extract::EntityType;
using Index = std::uint32_t;
using Kind = Reason::Kind;

bool is_literal(EntityType type) { return type == EntityType::date || type == EntityType::money; }

std::size_t word_count(std::string_view key) {
    return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), '-'));
}

// Whether the words of `prefix` begin `key`, and `key` goes on.
bool begins_words(std::string_view key, std::string_view prefix) {
    return key.size() > prefix.size() && key.starts_with(prefix) && key[prefix.size()] == '-';
}

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

// Typed match key of a well-known name -> typed canonical key.
const std::unordered_map<std::string, std::string>& known_keys() {
    static const std::unordered_map<std::string, std::string> keys = [] {
        std::unordered_map<std::string, std::string> result;
        for (const KnownName& row : known_names()) {
            const std::string target = typed(row.type, canonical_key(row.canonical, row.type));
            for (const std::string& name : {row.name, row.canonical}) {
                result.emplace(typed(row.type, match_key(canonical_key(name, row.type))), target);
            }
        }
        return result;
    }();
    return keys;
}

// The typed canonical key of a well-known name, or null. Articles speak of places as if they were
// organisations ("China sued") and of the EU as a place, so these two types stand for each other.
const std::string* known_key(const std::string& name, EntityType type) {
    const auto look_up = [&](EntityType as) {
        const auto found = known_keys().find(typed(as, match_key(canonical_key(name, as))));
        return found == known_keys().end() ? nullptr : &found->second;
    };
    if (const std::string* found = look_up(type)) return found;
    if (type == EntityType::org) return look_up(EntityType::place);
    if (type == EntityType::place) return look_up(EntityType::org);
    return nullptr;
}

class Resolver {
  public:
    Resolver(std::span<const NameUse> names, std::span<const std::pair<Index, Index>> related)
        : names_(names), sets_(names.size()), order_(names.size()), neighbours_(names.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [&](Index a, Index b) {
            return std::tie(names_[a].type, names_[a].name) <
                   std::tie(names_[b].type, names_[b].name);
        });
        for (const auto& [a, b] : related) {
            neighbours_[a].push_back(b);
            neighbours_[b].push_back(a);
        }
        for (const NameUse& use : names_) keys_.push_back(canonical_key(use.name, use.type));
        for (const Index i : order_) {
            by_key_[typed_match_key(names_[i].type, keys_[i])].push_back(i);
        }
    }

    Resolution run(std::span<const Override> overrides) {
        apply_overrides(overrides);
        join_known();
        join_equal_keys();
        join_variants();
        join_aliases();
        join_nicknames();
        join_by_type_vote();
        return result();
    }

  private:
    static std::string typed_match_key(EntityType type, std::string_view key) {
        return typed(type, match_key(key));
    }

    const std::vector<Index>* names_with(EntityType type, std::string_view key) const {
        const auto found = by_key_.find(typed_match_key(type, key));
        return found == by_key_.end() ? nullptr : &found->second;
    }

    // Whether a record relates a member of a's set to one of b's.
    bool related(Index a, Index b) const {
        const Index root = sets_.find(b);
        for (const Index member : sets_.members(a)) {
            for (const Index other : neighbours_[member]) {
                if (sets_.find(other) == root) return true;
            }
        }
        return false;
    }

    // Whether both sets are related to the same third entity that is no place and no literal.
    bool share_context(Index a, Index b) const {
        const std::set<Index> of_a = context(a), of_b = context(b);
        return std::any_of(of_a.begin(), of_a.end(), [&](Index i) { return of_b.contains(i); });
    }

    std::set<Index> context(Index a) const {
        std::set<Index> result;
        for (const Index member : sets_.members(a)) {
            for (const Index other : neighbours_[member]) {
                const EntityType type = names_[other].type;
                if (type != EntityType::place && !is_literal(type))
                    result.insert(sets_.find(other));
            }
        }
        return result;
    }

    void record(Kind kind, Index a, Index b, bool joined, std::string text) {
        reasons_.push_back({kind, a, b, joined, std::move(text)});
    }

    void join(Kind kind, Index a, Index b, const std::string& text) {
        if (sets_.find(a) == sets_.find(b)) return;
        const bool allowed = !sets_.forbidden(a, b);
        record(kind, a, b, allowed,
               allowed ? text : text + ", but the alias file says that they are different");
        if (allowed) sets_.join(a, b);
    }

    // A join that evidence in the records can refute.
    void join_unless_related(Kind kind, Index a, Index b, const std::string& text) {
        if (sets_.find(a) == sets_.find(b)) return;
        if (related(a, b)) {
            record(kind, a, b, false, text + ", but a relation holds between the two");
        } else {
            join(kind, a, b, text);
        }
    }

    // Names that one side of an alias statement means: spelled so, else with that key.
    std::vector<Index> named(const std::string& name, std::optional<EntityType> type,
                             bool by_spelling) const {
        std::vector<Index> result;
        for (const Index i : order_) {
            if (type && names_[i].type != *type) continue;
            const bool same =
                by_spelling ? names_[i].name == name
                            : match_key(keys_[i]) == match_key(canonical_key(name, names_[i].type));
            if (same) result.push_back(i);
        }
        return result;
    }

    void apply_overrides(std::span<const Override> overrides) {
        for (const Override& o : overrides) {
            if (!o.same) apply_different(o);
        }
        for (const Override& o : overrides) {
            if (o.same) apply_same(o);
        }
    }

    void apply_different(const Override& o) {
        const bool by_spelling = match_key(canonical_key(o.a, EntityType::org)) ==
                                 match_key(canonical_key(o.b, EntityType::org));
        for (const Index a : named(o.a, o.a_type, by_spelling)) {
            for (const Index b : named(o.b, o.b_type, by_spelling)) {
                if (a == b) continue;
                sets_.forbid(a, b);
                record(Kind::user, a, b, false, "the alias file says `" + to_string(o) + "`");
            }
        }
    }

    // Joins names of the same type; names of different types only where no type is common to both.
    void apply_same(const Override& o) {
        const std::vector<Index> as = named(o.a, o.a_type, false), bs = named(o.b, o.b_type, false);
        const auto same_type = [&](Index a, Index b) { return names_[a].type == names_[b].type; };
        bool common = false;
        for (const Index a : as) {
            for (const Index b : bs) common = common || same_type(a, b);
        }
        for (const Index a : as) {
            for (const Index b : bs) {
                if (common && !same_type(a, b) && !(o.a_type && o.b_type)) continue;
                join(Kind::user, a, b, "the alias file says `" + to_string(o) + "`");
            }
        }
    }

    void join_known() {
        std::map<std::string, Index> first_of;
        for (const Index i : order_) {
            const std::string* known = known_key(names_[i].name, names_[i].type);
            if (known == nullptr) continue;
            known_id_[i] = *known;
            const auto [first, fresh] = first_of.emplace(*known, i);
            if (!fresh) {
                join(Kind::known, first->second, i,
                     "the list of known names says that both are " + *known);
            }
        }
    }

    // Whether a name is that of a well-known entity of another type ("Austria" as an organisation).
    bool stands_for_other_type(Index i) const {
        const auto known = known_id_.find(i);
        return known != known_id_.end() && type_of_id(known->second) != names_[i].type;
    }

    void join_equal_keys() {
        for (const Index i : order_) {
            if (keys_[i].empty()) continue;
            const std::vector<Index>& group = *names_with(names_[i].type, keys_[i]);
            // "Austria AG" is no country, though "Austria" has the same key.
            const auto first = std::find_if(group.begin(), group.end(), [&](Index other) {
                return stands_for_other_type(other) == stands_for_other_type(i);
            });
            join(Kind::key, *first, i, "both have the key " + typed(names_[i].type, keys_[i]));
        }
    }

    void join_variants() {
        for (const Index i : order_) {
            for (const std::string& variant : variant_keys(names_[i].name, names_[i].type)) {
                const std::vector<Index>* others = names_with(names_[i].type, variant);
                if (others == nullptr) continue;
                join_unless_related(Kind::variant, others->front(), i,
                                    quoted(names_[i].name) + " is also written " + variant);
            }
        }
    }

    struct Claim {
        Index owner, target;
        std::string alias;
        std::uint32_t documents;
        bool acronym;
    };

    // Aliases that articles give to one name and that other articles use as a name.
    std::vector<Claim> alias_claims() const {
        std::vector<Claim> claims;
        for (const Index i : order_) {
            const EntityType type = names_[i].type;
            if (is_literal(type)) continue;
            for (const auto& [alias, documents] : names_[i].aliases) {
                const std::string key = canonical_key(alias, type);
                const std::vector<Index>* others = names_with(type, key);
                if (others == nullptr || sets_.find(others->front()) == sets_.find(i)) continue;
                const std::string& other = names_[others->front()].name;
                const bool acronym =
                    type != EntityType::person &&
                    (is_acronym_of(other, names_[i].name) || is_acronym_of(names_[i].name, other));
                claims.push_back({i, others->front(), alias, documents, acronym});
            }
        }
        std::stable_sort(claims.begin(), claims.end(),
                         [](const Claim& a, const Claim& b) { return a.acronym > b.acronym; });
        return claims;
    }

    void join_aliases() {
        const std::vector<Claim> claims = alias_claims();
        std::unordered_map<Index, std::set<Index>> claimants;  // target's root -> owners' roots
        for (const Claim& claim : claims) {
            claimants[sets_.find(claim.target)].insert(sets_.find(claim.owner));
        }
        std::vector<std::string> refusals;
        for (const Claim& claim : claims) {
            refusals.push_back(refusal(claim, claimants.at(sets_.find(claim.target)).size()));
        }
        for (std::size_t c = 0; c < claims.size(); ++c) {
            const Claim& claim = claims[c];
            const std::string text = "an article calls " + quoted(names_[claim.owner].name) +
                                     " also " + quoted(claim.alias);
            if (refusals[c].empty()) {
                join_unless_related(Kind::alias, claim.owner, claim.target, text);
            } else {
                record(Kind::alias, claim.owner, claim.target, false,
                       text + ", but " + refusals[c]);
            }
        }
    }

    // Why an alias is not enough to join, or "".
    std::string refusal(const Claim& claim, std::size_t claimants) const {
        const std::string& owner = keys_[claim.owner];
        const std::string& target = keys_[claim.target];
        if (names_[claim.owner].type == EntityType::person) {
            const bool full = word_count(owner) > 1 && word_count(target) > 1;
            if (!full) return "a surname or first name alone does not identify a person";
        }
        if (claimants > 1) return "other entities are called so too";
        if (claim.acronym) return "";
        const std::string& shorter = owner.size() < target.size() ? owner : target;
        if (longer_names(names_[claim.owner].type, shorter) > 1) {
            return "several longer names begin with " + quoted(shorter);
        }
        if (claim.documents < 2 && !share_context(claim.owner, claim.target)) {
            return "only one article says so and the two share no relation";
        }
        return "";
    }

    // The number of entities of the type whose names begin with the words of `prefix` and go on.
    std::size_t longer_names(EntityType type, const std::string& prefix) const {
        if (sorted_keys_.empty()) {
            for (const Index i : order_) sorted_keys_.emplace(typed(names_[i].type, keys_[i]), i);
        }
        const std::string start = typed(type, prefix);
        std::set<Index> roots;
        for (auto it = sorted_keys_.upper_bound(start);
             it != sorted_keys_.end() && it->first.starts_with(start); ++it) {
            if (begins_words(it->first, start)) roots.insert(sets_.find(it->second));
        }
        return roots.size();
    }

    // "Bill Gates" and "William Gates", where both are related to the same third entity and no
    // second William, Willy or Billy fits.
    void join_nicknames() {
        struct Short {
            Index nickname, full;
            bool alone, context;
        };
        std::vector<Short> claims;
        for (const Index i : order_) {
            if (names_[i].type != EntityType::person) continue;
            std::map<Index, Index> fitting;  // by root
            for (const std::string& key : full_name_keys(keys_[i])) {
                const std::vector<Index>* others = names_with(EntityType::person, key);
                if (others != nullptr)
                    fitting.emplace(sets_.find(others->front()), others->front());
            }
            fitting.erase(sets_.find(i));
            for (const auto& [root, full] : fitting)
                claims.push_back({i, full, fitting.size() == 1, share_context(i, full)});
        }
        for (const Short& claim : claims) {
            const std::string text = quoted(names_[claim.nickname].name) + " is short for " +
                                     quoted(names_[claim.full].name);
            if (claim.alone && claim.context) {
                join_unless_related(Kind::nickname, claim.nickname, claim.full, text);
            } else {
                record(Kind::nickname, claim.nickname, claim.full, false,
                       text + (claim.alone ? ", but the two share no relation"
                                           : ", but other full names fit too"));
            }
        }
    }

    std::uint64_t documents(Index i) const {
        std::uint64_t sum = 0;
        for (const Index member : sets_.members(i)) sum += names_[member].documents;
        return sum;
    }

    // A name typed org in ten articles and product in one is one entity.
    void join_by_type_vote() {
        static constexpr std::uint64_t kMajority = 5;
        static constexpr EntityType kVoters[] = {EntityType::org, EntityType::product,
                                                 EntityType::project, EntityType::place};
        struct Vote {
            Index winner, loser;
        };
        std::vector<Vote> votes;
        for (const Index i : order_) {
            if (std::find(std::begin(kVoters), std::end(kVoters), names_[i].type) ==
                std::end(kVoters)) {
                continue;
            }
            for (const EntityType other_type : kVoters) {
                if (other_type == names_[i].type) continue;
                const std::vector<Index>* others = names_with(other_type, keys_[i]);
                if (others == nullptr) continue;
                if (documents(i) >= kMajority * documents(others->front())) {
                    votes.push_back({i, others->front()});
                }
            }
        }
        for (const Vote& vote : votes) {
            const NameUse& winner = names_[vote.winner];
            join_unless_related(Kind::type_vote, vote.winner, vote.loser,
                                "by far most articles say that " + quoted(winner.name) + " is " +
                                    std::string(extract::to_string(winner.type)));
        }
    }

    Resolution result() {
        Resolution resolution;
        resolution.cluster_of.resize(names_.size());
        const ClusterNaming naming(names_, keys_, known_id_);
        for (const Index i : order_) {
            if (sets_.find(i) == i) resolution.clusters.push_back(naming.cluster(sets_.members(i)));
        }
        make_ids_unique(resolution.clusters);
        for (Index c = 0; c < resolution.clusters.size(); ++c) {
            for (const Index member : resolution.clusters[c].members) {
                resolution.cluster_of[member] = c;
            }
        }
        resolution.reasons = std::move(reasons_);
        return resolution;
    }

    std::span<const NameUse> names_;
    ClusterSet sets_;
    std::vector<Index> order_;  // by type and name
    std::vector<std::vector<Index>> neighbours_;
    std::vector<std::string> keys_;
    std::unordered_map<std::string, std::vector<Index>> by_key_;  // typed match key -> names
    std::unordered_map<Index, std::string> known_id_;
    mutable std::multimap<std::string, Index> sorted_keys_;
    std::vector<Reason> reasons_;
};

}  // namespace

Resolution resolve(std::span<const NameUse> names, std::span<const std::pair<Index, Index>> related,
                   std::span<const Override> overrides) {
    return Resolver(names, related).run(overrides);
}

}  // namespace relata::graph
