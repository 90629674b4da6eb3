#include "extract/rule/claims.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>
#include <utility>

namespace relata::extract {

namespace {

// White space of any kind and length becomes one space.
std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

std::string mention_value(const Analysis& analysis, const Mention& mention) {
    if (mention.value_kind != ValueKind::none) return analysis.values[mention.value].text;
    if (mention.entity != kNoEntity && !analysis.entities[mention.entity].name.empty())
        return analysis.entities[mention.entity].name;
    if (mention.first == mention.last) return "";
    return on_one_line(analysis.text(mention.first, mention.last));
}

// What makes two mentions the same subject or object.
std::uint64_t identity(const Analysis& analysis, std::uint32_t index) {
    const std::uint32_t entity = analysis.mentions[index].entity;
    return entity != kNoEntity ? entity : std::uint64_t{1} << 32 | index;
}

class Claimant {
  public:
    Claimant(const RuleSet::Impl& rules, const Analysis& analysis, const Alternative& alternative,
             const Machine& machine, const Claim& blank, std::vector<Claim>& out)
        : rule_(rules.rules[alternative.rule]),
          analysis_(analysis),
          alternative_(alternative),
          machine_(machine),
          blank_(blank),
          out_(out) {}

    void run() {
        for (std::size_t i = 0; i < rule_.emissions.size(); ++i)
            emit(rule_.emissions[i], alternative_.types[i]);
    }

  private:
    std::span<const std::uint32_t> bound(std::uint16_t role) const {
        const Binding& binding = machine_.bindings()[role];
        if (binding.kind != Binding::Kind::mentions) return {};
        return machine_.members().subspan(binding.first, binding.last - binding.first);
    }

    // The same with all that a plural reference means.
    std::vector<std::uint32_t> meant(std::uint16_t role) const {
        const std::vector<Mention>& mentions = analysis_.mentions;
        std::vector<std::uint32_t> all;
        for (const std::uint32_t member : bound(role)) {
            for (const Mention& one : whole_group(mentions, mentions[member]))
                all.push_back(static_cast<std::uint32_t>(&one - mentions.data()));
        }
        return all;
    }

    void emit(const Emission& emission, const std::array<TypeSet, 2>& types) {
        const std::vector<std::uint32_t> subjects = meant(emission.roles[0]);
        const std::vector<std::uint32_t> objects = meant(emission.roles[1]);
        if (emission.pair) {
            if (subjects.size() != objects.size()) return;
            for (std::size_t i = 0; i < subjects.size(); ++i)
                claim(emission, types, subjects[i], objects[i]);
            return;
        }
        if (emission.roles[0] != emission.roles[1] && are_one_group(subjects, objects)) return;
        if (names_own_topic(subjects, objects) || names_own_topic(objects, subjects)) return;
        for (const std::uint32_t subject : subjects) {
            for (const std::uint32_t object : objects) claim(emission, types, subject, object);
        }
    }

    // "They sued them": two plurals that mean the same are nothing to one another.
    bool are_one_group(std::span<const std::uint32_t> subjects,
                       std::span<const std::uint32_t> objects) const {
        const auto plural = [&](std::uint32_t index) { return analysis_.mentions[index].plural; };
        return std::any_of(subjects.begin(), subjects.end(), [&](std::uint32_t subject) {
            return plural(subject) &&
                   std::any_of(objects.begin(), objects.end(), [&](std::uint32_t object) {
                       return plural(object) &&
                              identity(analysis_, subject) == identity(analysis_, object);
                   });
        });
    }

    // "Acme and Blip also joined the round" says nothing of the topic where that is Acme.
    bool names_own_topic(std::span<const std::uint32_t> topic,
                         std::span<const std::uint32_t> members) const {
        if (topic.size() != 1 || analysis_.mentions[topic[0]].form != MentionForm::topic)
            return false;
        return std::any_of(members.begin(), members.end(), [&](std::uint32_t member) {
            return identity(analysis_, member) == identity(analysis_, topic[0]);
        });
    }

    // The mention itself, or the subject that it leaves out.
    std::uint32_t said(std::uint32_t index) const {
        const std::vector<Mention>& mentions = analysis_.mentions;
        if (mentions[index].form != MentionForm::elided) return index;
        for (std::uint32_t before = index; before-- > 0;) {
            const Mention& mention = mentions[before];
            if (mention.entity == mentions[index].entity && mention.form != MentionForm::elided &&
                mention.form != MentionForm::possessive)
                return before;
        }
        return index;
    }

    // Whether a mention can be of the types that slot and catalogue allow. `as` overrules what the
    // mention seems to be, and a bare quotation seems to be nothing.
    bool may_be(std::uint32_t index, TypeSet types, std::optional<EntityType> as) const {
        const Mention& mention = analysis_.mentions[index];
        return as || mention.types == 0 || (mention.types & types) != 0;
    }

    void claim(const Emission& emission, const std::array<TypeSet, 2>& types, std::uint32_t subject,
               std::uint32_t object) {
        if (identity(analysis_, subject) == identity(analysis_, object)) return;
        if (!may_be(subject, types[0], emission.as[0]) || !may_be(object, types[1], emission.as[1]))
            return;
        Claim claim = blank_;
        claim.type = emission.type;
        claim.subject = said(subject);
        claim.object = said(object);
        claim.subject_types = types[0];
        claim.object_types = types[1];
        claim.status = emission.status.value_or(Status::asserted);
        set_attributes(emission.attributes, analysis_, machine_, claim.attributes);
        out_.push_back(std::move(claim));
    }

    const CompiledRule& rule_;
    const Analysis& analysis_;
    const Alternative& alternative_;
    const Machine& machine_;
    const Claim& blank_;
    std::vector<Claim>& out_;
};

// Type, subject and object; those of a symmetric type in one order.
using Statement = std::tuple<RelationTypeId, std::uint64_t, std::uint64_t>;

Statement statement_of(const Catalogue& catalogue, const Analysis& analysis, const Claim& claim) {
    std::uint64_t subject = identity(analysis, claim.subject);
    std::uint64_t object = identity(analysis, claim.object);
    if (catalogue.type(claim.type).symmetric && object < subject) std::swap(subject, object);
    return {claim.type, subject, object};
}

}  // namespace

void add_claims(const RuleSet::Impl& rules, const Analysis& analysis,
                const Alternative& alternative, const Machine& machine, const Claim& blank,
                std::vector<Claim>& out) {
    Claimant(rules, analysis, alternative, machine, blank, out).run();
}

void set_attributes(std::span<const AttributeSetter> setters, const Analysis& analysis,
                    const Machine& machine, std::map<std::string, std::string>& attributes) {
    for (const AttributeSetter& setter : setters) {
        if (setter.role == kNoRole) {
            attributes[setter.key] = setter.fixed;
            continue;
        }
        const Binding& binding = machine.bindings()[setter.role];
        if (binding.kind == Binding::Kind::text) {
            if (binding.first < binding.last)
                attributes[setter.key] = on_one_line(analysis.text(binding.first, binding.last));
        } else if (binding.kind == Binding::Kind::mentions) {
            std::string joined;
            for (std::uint32_t i = binding.first; i < binding.last; ++i) {
                const Mention& mention = analysis.mentions[machine.members()[i]];
                joined += (joined.empty() ? "" : ", ") + mention_value(analysis, mention);
                if (mention.value_kind == ValueKind::money)
                    attributes["currency"] = analysis.values[mention.value].currency;
            }
            attributes[setter.key] = joined;
        }
    }
}

void settle_claims(const RuleSet::Impl& rules, const Catalogue& catalogue, const Analysis& analysis,
                   std::vector<Claim>& claims) {
    const auto rank = [&](const Claim& claim) {
        const RuleInfo& info = rules.infos[claim.rule];
        return std::make_tuple(-info.priority, -static_cast<int>(claim.attributes.size()),
                               claim.last - claim.first, std::string_view(info.name), claim.anchor,
                               claim.alternative, claim.subject, claim.object);
    };
    std::sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
        const Statement first = statement_of(catalogue, analysis, a);
        const Statement second = statement_of(catalogue, analysis, b);
        return first != second ? first < second : rank(a) < rank(b);
    });
    claims.erase(std::unique(claims.begin(), claims.end(),
                             [&](const Claim& a, const Claim& b) {
                                 return statement_of(catalogue, analysis, a) ==
                                        statement_of(catalogue, analysis, b);
                             }),
                 claims.end());
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return std::tie(a.rule, a.anchor, a.subject, a.object, a.type) <
               std::tie(b.rule, b.anchor, b.subject, b.object, b.type);
    });
}

}  // namespace relata::extract
