#include "extract/name/entities.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/hash.hpp"
#include "extract/name/aliases.hpp"
#include "extract/name/digest.hpp"
#include "extract/name/kinship.hpp"
#include "extract/name/name_key.hpp"
#include "extract/name/name_typing.hpp"

namespace relata::extract {

namespace {

constexpr int kMostContext = 14;  // what all contexts together may say for a type
constexpr int kLeastContext = -8;
constexpr std::ptrdiff_t kMostNamesakes = 64;  // names that share a word and are compared
constexpr int kSure = 6;                       // points that make a type hard to doubt
constexpr int kOneVerb = 3;                    // what a single verb of firms says

// All mentions with one key.
struct Group {
    NameKey key;
    std::vector<std::uint32_t> members;  // candidates, in text order
    TypePoints shape{}, context{};
    ClassMask listed = 0;
    mutable std::uint32_t parent = 0;  // the group that it is joined to; itself if none
    bool second_name = false;          // "formerly Blip": not what the entity is called

    TypePoints total() const {
        TypePoints sum{};
        for (std::size_t type = 0; type < kNameTypes; ++type)
            sum[type] = shape[type] + std::clamp(context[type], kLeastContext, kMostContext);
        return sum;
    }
};

class Joiner {
  public:
    Joiner(const ArticleWords& words, std::vector<Candidate>& candidates)
        : words_(words), candidates_(candidates) {}

    std::vector<Entity> join() {
        make_groups();
        index_groups();
        weigh_short_forms();
        join_introduced();
        for (std::uint32_t g = 0; g < groups_.size(); ++g) join_group(g);
        for (std::uint32_t g = 0; g < groups_.size(); ++g) join_without_brand(g);
        return make_entities();
    }

  private:
    using Index = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // word hash, group

    void make_groups() {
        std::unordered_map<std::uint64_t, std::uint32_t> by_key;
        by_key.reserve(candidates_.size());
        groups_.reserve(candidates_.size());
        group_of_.resize(candidates_.size());
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            NameKey key = name_key(words_, candidates_[i]);
            const auto [it, fresh] =
                by_key.try_emplace(key.whole, static_cast<std::uint32_t>(groups_.size()));
            if (fresh) {
                groups_.emplace_back();
                groups_.back().key = std::move(key);
                groups_.back().parent = it->second;
            }
            Group& group = groups_[it->second];
            group_of_[i] = it->second;
            group.members.push_back(i);
            group.listed |= candidates_[i].listed;
            for (std::size_t type = 0; type < kNameTypes; ++type) {
                group.shape[type] = group.members.size() == 1
                                        ? candidates_[i].shape[type]
                                        : std::max(group.shape[type], candidates_[i].shape[type]);
                group.context[type] += candidates_[i].context[type];
            }
        }
    }

    void index_groups() {
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            const std::vector<std::uint64_t>& key = groups_[g].key.words;
            if (key.size() < 2) continue;
            by_first_.emplace_back(key.front(), g);
            by_last_.emplace_back(key.back(), g);
            // "GM" beside "General Motors"
            if (key.size() < 3 && (groups_[g].listed & cls::known_org) == 0) continue;
            by_initials_.emplace_back(hash(groups_[g].key.initials), g);
            if (groups_[g].key.all_initials != groups_[g].key.initials)
                by_initials_.emplace_back(hash(groups_[g].key.all_initials), g);
        }
        for (Index* index : {&by_first_, &by_last_, &by_initials_})
            std::sort(index->begin(), index->end());
    }

    // "Chidi Okafor" beside "Okafor": people are shortened to their last word, firms to their
    // first.
    void weigh_short_forms() {
        std::vector<std::uint64_t> words;  // names of one word
        for (const Group& group : groups_)
            if (group.key.words.size() == 1) words.push_back(group.key.words.front());
        std::sort(words.begin(), words.end());
        const auto alone = [&](std::uint64_t word) {
            return std::binary_search(words.begin(), words.end(), word);
        };
        constexpr std::size_t person = static_cast<std::size_t>(EntityType::person);
        constexpr int plain_pair = 2, shortened = 4;
        for (Group& group : groups_) {
            const auto& key = group.key.words;
            if (!words_.capital_nouns && key.size() == 2 && group.listed == 0 &&
                group.shape[person] == plain_pair && alone(key.back()) && !alone(key.front()))
                group.context[person] += shortened;
        }
    }

    static std::pair<Index::const_iterator, Index::const_iterator> range(const Index& index,
                                                                         std::uint64_t word) {
        const auto low = std::lower_bound(index.begin(), index.end(), std::pair(word, 0U));
        auto high = std::upper_bound(low, index.end(), std::pair(word, 0xffffffffU));
        if (high - low > kMostNamesakes) high = low + kMostNamesakes;
        return {low, high};
    }

    std::uint32_t root(std::uint32_t group) const {
        // The way is halved, or a chain of joined names would be walked for each of its members.
        while (groups_[group].parent != group)
            group = groups_[group].parent = groups_[groups_[group].parent].parent;
        return group;
    }

    static int said(const Group& group, EntityType type) {
        return group.context[static_cast<std::size_t>(type)];
    }
    static int points(const Group& group, EntityType type) {
        return group.shape[static_cast<std::size_t>(type)] +
               std::clamp(said(group, type), kLeastContext, kMostContext);
    }
    TypeSet types(std::uint32_t group) const { return plausible_types(groups_[group].total()); }
    bool agree(std::uint32_t a, std::uint32_t b) const { return (types(a) & types(b)) != 0; }

    void join_to(std::uint32_t small, std::uint32_t large) {
        small = root(small);
        large = root(large);
        if (small == large) return;
        groups_[small].parent = large;
        Group& to = groups_[large];
        const Group& from = groups_[small];
        for (std::size_t type = 0; type < kNameTypes; ++type) {
            to.shape[type] = std::max(to.shape[type], from.shape[type]);
            to.context[type] += from.context[type];
        }
        to.listed |= from.listed;
    }

    void join_introduced() {
        for (const IntroducedAlias& found : introduced_aliases(words_, candidates_)) {
            const std::uint32_t alias = group_of_[found.alias], name = group_of_[found.name];
            if (root(alias) == root(name) || (found.stated && !agree(root(alias), root(name))))
                continue;
            join_to(alias, name);
            groups_[alias].second_name = found.stated;
        }
    }

    void join_group(std::uint32_t g) {
        if (groups_[g].parent != g) return;
        const std::size_t length = groups_[g].key.words.size();
        if (length == 0 || join_person(g)) return;
        if (join_short_form(g)) return;
        if (length == 1) join_initials(g);
    }

    bool is_person(std::uint32_t g) const {
        const TypePoints total = groups_[g].total();
        const int person = total[static_cast<std::size_t>(EntityType::person)];
        return person >= 3 && person == *std::max_element(total.begin(), total.end());
    }

    // May this short name be one of a person's names? Not if it is a well-known name of its own.
    bool may_be_person(std::uint32_t g) const {
        const Group& group = groups_[g];
        if (said(group, EntityType::person) >= kSure) return true;
        constexpr ClassMask other = cls::known_org | cls::known_product | cls::country;
        if ((group.listed & other) != 0) return false;
        if ((group.listed & cls::place) != 0 && said(group, EntityType::place) > 0) return false;
        if (follows_full_name(g))
            return std::ranges::none_of(group.members, [&](std::uint32_t member) {
                return stands_beside_kind(words_, candidates_[member]);
            });
        // People lead, found and own as firms do, so a little of it does not make a surname a firm.
        constexpr int sure_firm = 8;
        if (said(group, EntityType::org) + said(group, EntityType::product) >= sure_firm &&
            said(group, EntityType::person) <= 0)
            return false;
        const int person = points(group, EntityType::person);
        for (const EntityType type : {EntityType::org, EntityType::product, EntityType::project})
            if (points(group, type) >= kSure && points(group, type) > person + 3) return false;
        return true;
    }

    // "Roth gründete" behind "Jan Roth": whatever Roth does.
    bool follows_full_name(std::uint32_t g) const {
        if (groups_[g].key.words.size() != 1) return false;
        const std::vector<std::uint32_t> people = people_ending_in(g);
        if (people.size() != 1 || !is_person(people.front())) return false;
        const Group& person = groups_[people.front()];
        const std::uint32_t full = person.members.front();
        return full < groups_[g].members.front() &&
               (words_.single[candidates_[full].first] & cls::first_name) != 0 &&
               said(person, EntityType::org) <= kOneVerb;
    }

    bool join_person(std::uint32_t g) {
        const std::vector<std::uint64_t>& key = groups_[g].key.words;
        if (key.size() >= 2 && is_person(g)) {
            // "George Bush" and "George W. Bush"
            const auto [low, high] = range(by_last_, key.back());
            for (auto it = low; it != high; ++it) {
                const auto& other = groups_[it->second].key.words;
                if (it->second != g && other.front() == key.front() && other.size() > key.size() &&
                    is_person(it->second)) {
                    join_to(g, it->second);
                    return true;
                }
            }
        }
        if (!may_be_person(g) || key.size() > 3) return false;
        std::vector<std::uint32_t> people = people_ending_in(g);
        if (people.empty() && key.size() == 1) people = people_beginning_with(g);
        if (people.empty()) return false;
        if (people.size() == 1) {
            Group& person = groups_[root(people.front())];
            if (!is_person(people.front()))
                person.context[static_cast<std::size_t>(EntityType::person)] += kSure;
            // A surname by itself looks like a firm and acts like one: the full name counts.
            const TypePoints shape = person.shape, context = person.context;
            const bool follows = follows_full_name(g);
            join_to(g, people.front());
            person.shape = shape;
            if (follows) person.context = context;
        } else {
            split_among(g, people);
        }
        return true;
    }

    // "Anant Vij" before "Vij": firms are called by the first word of their names.
    bool may_be_full_name(std::uint32_t brief, std::uint32_t full) const {
        const Group& name = groups_[full];
        if (!words_.capital_nouns || groups_[brief].key.words.size() != 1 ||
            name.key.words.size() != 2 || name.listed != 0 ||
            (types(full) & type_bit(EntityType::person)) == 0)
            return false;
        if (said(name, EntityType::org) > 0 || said(name, EntityType::product) > 0) return false;
        const Candidate& sample = candidates_[name.members.front()];
        return looks_like_full_name(words_, sample) &&
               candidates_[groups_[brief].members.front()].first > sample.first;
    }

    std::vector<std::uint32_t> people_ending_in(std::uint32_t g) const {
        std::vector<std::uint32_t> people;
        const auto& key = groups_[g].key.words;
        const auto [low, high] = range(by_last_, key.back());
        for (auto it = low; it != high; ++it) {
            const auto& other = groups_[it->second].key.words;
            if (other.size() > key.size() &&
                (is_person(it->second) || may_be_full_name(g, it->second)) &&
                std::equal(key.rbegin(), key.rend(), other.rbegin()))
                people.push_back(it->second);
        }
        return people;
    }

    // A first name alone, where only one person of the article has it.
    std::vector<std::uint32_t> people_beginning_with(std::uint32_t g) const {
        std::vector<std::uint32_t> people;
        const auto [low, high] = range(by_first_, groups_[g].key.words.front());
        for (auto it = low; it != high; ++it)
            if (is_person(it->second)) people.push_back(it->second);
        if (people.size() != 1) people.clear();
        return people;
    }

    // Several people share the surname: each mention is the one who was named last before it.
    void split_among(std::uint32_t g, const std::vector<std::uint32_t>& people) {
        for (const std::uint32_t member : groups_[g].members) {
            std::uint32_t best = people.front(), latest = 0;
            for (const std::uint32_t candidate : people)
                for (const std::uint32_t named : groups_[candidate].members)
                    if (named < member && named + 1 > latest) {
                        latest = named + 1;
                        best = candidate;
                    }
            group_of_[member] = best;
        }
        groups_[g].members.clear();
    }

    // "Moxion" for "Moxion Power", "Park National" for "Park National Corporation"
    bool join_short_form(std::uint32_t g) {
        const Group& brief = groups_[g];
        const auto& key = brief.key.words;
        constexpr ClassMask own = cls::known_org | cls::known_product | cls::geographic;
        const bool famous = (brief.listed & own) != 0;
        if (famous && (brief.listed & cls::geographic) != 0) return false;
        const Candidate& sample = candidates_[brief.members.front()];
        if (key.size() == 1 && (words_.single[sample.first] & cls::common) != 0 &&
            !words_.capital_nouns && brief.members.size() < 2 && !follows_longer(g) &&
            !is_in_title(g))
            return false;
        const auto [low, high] = range(by_first_, key.front());
        for (auto it = low; it != high; ++it) {
            const std::uint32_t large = root(it->second);
            const auto& other = groups_[it->second].key.words;
            if (large == g || other.size() <= key.size() || is_person(it->second)) continue;
            if (has_own_form(g) && !ends_generically(it->second, 0)) continue;
            const Candidate& full = candidates_[groups_[it->second].members.front()];
            if (is_made_of(words_, full, key.size())) continue;
            if (!std::equal(key.begin(), key.end(), other.begin())) continue;
            // "General Motors Acceptance Corp" is not General Motors.
            const bool generic = famous ? ends_in_own(words_, full, cls::generic_tail)
                                        : ends_generically(it->second, cls::org_head);
            if ((!generic && (famous || !(is_introduced_by(g, it->second) || is_in_title(g)))) ||
                (famous && other.size() != key.size() + 1) || !agree(g, large) ||
                is_named_before(g, it->second) || are_kin(g, it->second))
                continue;
            join_to(g, large);
            return true;
        }
        return false;
    }

    // "Arbor takes a stake in Finch" above an article on Arbor Lane: a name of the first line
    // alone.
    bool is_in_title(std::uint32_t g) const {
        const Analysis& analysis = words_.analysis;
        if (words_.capital_nouns || !has_heading(analysis) ||
            (words_.single[candidates_[groups_[g].members.front()].first] &
             (cls::first_name | cls::surname)) != 0)
            return false;
        return std::ranges::all_of(groups_[g].members, [&](std::uint32_t member) {
            return candidates_[member].last <= analysis.sentences[0].last;
        });
    }

    // "Heart" behind "Heart Aerospace", though a heart is something else.
    bool follows_longer(std::uint32_t g) const {
        const auto [low, high] = range(by_first_, groups_[g].key.words.front());
        return std::any_of(low, high, [&](const auto& entry) {
            return groups_[entry.second].members.front() < groups_[g].members.front() &&
                   ends_generically(entry.second, cls::org_head);
        });
    }

    // "Bolt also runs Bolt Food": what the text has named more than once before the longer name
    // comes up is not short for it, but for "Bolt Inc."
    bool is_named_before(std::uint32_t g, std::uint32_t longer) const {
        if (ends_generically(longer, 0)) return false;
        const std::uint32_t full = groups_[longer].members.front();
        const auto before = std::ranges::count_if(
            groups_[g].members, [&](std::uint32_t member) { return member < full; });
        return before > 1;
    }

    // "Acme Capital is a subsidiary of Acme": a text that sets the two apart means two.
    bool are_kin(std::uint32_t g, std::uint32_t longer) const {
        const auto& members = groups_[g].members;
        return std::ranges::any_of(groups_[longer].members, [&](std::uint32_t full) {
            const auto next = std::ranges::lower_bound(members, full);
            return (next != members.end() &&
                    sets_apart(words_, candidates_[full], candidates_[*next])) ||
                   (next != members.begin() &&
                    sets_apart(words_, candidates_[*std::prev(next)], candidates_[full]));
        });
    }

    // "Vivid" behind the only name that begins so, "Vivid Money". Not in English, where ordinary
    // words are names.
    bool is_introduced_by(std::uint32_t g, std::uint32_t longer) const {
        const auto& key = groups_[g].key.words;
        const Candidate& brief = candidates_[groups_[g].members.front()];
        const Candidate& full = candidates_[groups_[longer].members.front()];
        constexpr ClassMask people = cls::first_name | cls::surname | cls::noun;
        if (!words_.capital_nouns || key.size() != 1 || groups_[longer].key.words.size() != 2 ||
            brief.first < full.first || (words_.single[brief.first] & people) != 0)
            return false;
        const auto [low, high] = range(by_first_, key.front());
        return std::all_of(low, high, [&](const auto& entry) {
            return groups_[entry.second].key.words.size() == 1 ||
                   groups_[entry.second].key.words == groups_[longer].key.words;
        });
    }

    // "Park National Corp." is no short form of "Park National Bank".
    bool has_own_form(std::uint32_t g) const {
        return std::ranges::any_of(groups_[g].members, [&](std::uint32_t member) {
            const Candidate& name = candidates_[member];
            return last_word(words_, name) > name.first && ends_in(words_, name, cls::legal_form);
        });
    }

    // Does the name end in a word that is left out when the name is repeated?
    bool ends_generically(std::uint32_t g, ClassMask tail) const {
        return ends_in(words_, candidates_[groups_[g].members.front()], tail | cls::legal_form);
    }

    // "iPod" and "Apple iPod"
    void join_without_brand(std::uint32_t g) {
        const auto& key = groups_[g].key.words;
        if (key.empty() || points(groups_[g], EntityType::product) <= 0) return;
        const auto [low, high] = range(by_last_, key.back());
        for (auto it = low; it != high; ++it) {
            const auto& other = groups_[it->second].key.words;
            if (other.size() != key.size() + 1 || it->second == g) continue;
            if (!std::equal(key.rbegin(), key.rend(), other.rbegin())) continue;
            const Candidate& full = candidates_[groups_[it->second].members.front()];
            if ((words_.single[full.first] & cls::known_org) == 0 || !agree(g, it->second))
                continue;
            join_to(it->second, g);
        }
    }

    // "WSIS" after "World Summit on the Information Society"
    void join_initials(std::uint32_t g) {
        const Candidate& name = candidates_[groups_[g].members.front()];
        if (!words_.flag(name.first, kAllCaps) || name.last - name.first != 1) return;
        const std::string folded = fold_words(words_.text(name.first));
        if (folded.size() < 2) return;
        const auto [low, high] = range(by_initials_, hash(folded));
        const bool brief = folded.size() < 3;
        if (brief && ((groups_[g].listed & cls::known_org) == 0 || high - low != 1)) return;
        if (low != high && root(low->second) != g && !is_person(low->second))
            join_to(g, low->second);
    }

    std::vector<Entity> make_entities() {
        std::vector<Entity> entities;
        entities.reserve(groups_.size());
        std::vector<std::uint32_t> entity_of(groups_.size(), kNoEntity);
        std::vector<std::uint32_t> best;  // candidate that gives the name, by entity
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t group = root(group_of_[i]);
            if (entity_of[group] == kNoEntity) {
                entity_of[group] = static_cast<std::uint32_t>(entities.size());
                entities.emplace_back();
                entities.back().types = types(group);
                entities.back().likeliest = likeliest_type(groups_[group].total());
                best.push_back(i);
            }
            const std::uint32_t entity = entity_of[group];
            candidates_[i].entity = entity;
            if (names_better(i, best[entity])) best[entity] = i;
            std::vector<std::string>& aliases = entities[entity].aliases;
            add_name(aliases, display_name(words_, candidates_[i]));
            if (candidates_[i].country) {  // "US Senate" beside "Senate"
                Candidate longer = candidates_[i];
                --longer.first;
                add_name(aliases, display_name(words_, longer));
            }
        }
        for (std::size_t i = 0; i < entities.size(); ++i) {
            Entity& entity = entities[i];
            entity.name = display_name(words_, candidates_[best[i]]);
            std::erase(entity.aliases, entity.name);
        }
        return entities;
    }

    // The longest name of running text is the canonical one.
    bool names_better(std::uint32_t one, std::uint32_t other) const {
        const Candidate &a = candidates_[one], &b = candidates_[other];
        const bool second = groups_[group_of_[one]].second_name;
        if (second != groups_[group_of_[other]].second_name) return !second;
        if (a.headline != b.headline) return b.headline;
        if ((a.listed & b.listed) == 0 && (a.listed | b.listed) != 0 &&
            a.last - a.first == b.last - b.first)
            return a.listed != 0;
        return written_length(words_, a) > written_length(words_, b);
    }

    const ArticleWords& words_;
    std::vector<Candidate>& candidates_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_of_;  // by candidate
    Index by_first_, by_last_, by_initials_;
};

}  // namespace

std::vector<Entity> join_entities(const ArticleWords& words, std::vector<Candidate>& candidates) {
    return Joiner(words, candidates).join();
}

}  // namespace relata::extract
