#include "extract/rule/mutate.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "base/error.hpp"
#include "extract/rule/examples.hpp"
#include "extract/rule/machine.hpp"
#include "extract/rule/marked_text.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/text/image.hpp"

namespace relata::extract {

namespace {

// Changes one instruction of a copy of the rules at a time.
class Mutator {
  public:
    Mutator(const Language& language, const Catalogue& catalogue)
        : language_(language), catalogue_(catalogue), image_(language.rules.image()) {
        auto copy = std::make_unique<RuleSet::Impl>();
        ImageReader reader(image_);
        copy->archive(reader);
        for (Program& program : copy->programs) program.code = Table<Instruction>(program.code);
        impl_ = copy.get();
        rules_ = RuleSet(std::move(copy));
    }

    std::vector<IdleExample> run() {
        std::vector<IdleExample> idle;
        for (RuleIndex rule = 0; rule < impl_->infos.size(); ++rule) {
            read_examples(rule);
            mutate(rule);
            for (const Open& open : open_) {
                const RuleInfo& info = impl_->infos[rule];
                idle.push_back({info.name, info.file, open.example->line, open.example->text});
            }
        }
        return idle;
    }

  private:
    // A negative example that no mutant has matched so far.
    struct Open {
        const RuleInfo::Example* example;
        std::unique_ptr<MarkedText> text;
    };

    void read_examples(RuleIndex rule) {
        open_.clear();
        for (const RuleInfo::Example& example : impl_->infos[rule].examples) {
            if (example.positive) continue;
            try {
                open_.push_back({&example, std::make_unique<MarkedText>(example.text, language_)});
            } catch (const Error&) {
                // run_examples tells of it.
            }
        }
    }

    void mutate(RuleIndex rule) {
        for (const Alternative& alternative : impl_->alternatives) {
            if (open_.empty()) return;
            if (alternative.rule != rule) continue;
            // Other rules may have the same sides: for a modifier they change with it.
            mutate(rule, impl_->programs[alternative.left]);
            mutate(rule, impl_->programs[alternative.right]);
            std::erase_if(open_, [&](const Open& open) {
                return matches_anywhere(alternative, open.text->analysis());
            });
        }
        for (Modifier& modifier : impl_->modifiers) {
            if (modifier.rule != rule) continue;
            for (const ModifierMatch& match : modifier.matches)
                mutate(rule, impl_->programs[match.program]);
            const std::pair window{modifier.window_first, modifier.window_last};
            constexpr int wide = 100;  // tokens
            modifier.window_first = -wide;
            modifier.window_last = wide;
            try_mutant(rule);
            std::tie(modifier.window_first, modifier.window_last) = window;
        }
    }

    // Each element in turn takes anything of its kind, then is left out.
    void mutate(RuleIndex rule, Program& program) {
        for (std::uint32_t at = 0; at < program.code.size() && !open_.empty(); ++at) {
            Instruction& instruction = program.code.at(at);
            const Instruction original = instruction;
            switch (original.op) {
                case Op::word:
                case Op::one_of:
                case Op::word_class:
                case Op::gap:
                    instruction.op = Op::any;
                    try_mutant(rule);
                    instruction = leave_out(at + 1);
                    try_mutant(rule);
                    break;
                case Op::none_of:
                case Op::sentence_start:
                case Op::sentence_end:
                    instruction = leave_out(at + 1);
                    try_mutant(rule);
                    break;
                case Op::not_next:
                case Op::not_before:
                    instruction = leave_out(original.target);
                    try_mutant(rule);
                    break;
                case Op::slot:
                case Op::list:
                    widen(rule, program.slots[original.operand].type);
                    break;
                default:
                    break;
            }
            instruction = original;
        }
    }

    void widen(RuleIndex rule, SlotType& slot) {
        const SlotType original = slot;
        slot.types = kEntityTypes | kLiteralTypes;
        slot.any_name = true;
        slot.name_only = slot.topic = slot.plural = false;
        for (const bool genitive : {false, true}) {
            slot.genitive = genitive;
            try_mutant(rule);
        }
        slot = original;
    }

    static Instruction leave_out(std::uint32_t next) {
        Instruction jump;
        jump.op = Op::jump;
        jump.target = static_cast<std::uint16_t>(next);
        return jump;
    }

    void try_mutant(RuleIndex rule) {
        std::erase_if(open_, [&](const Open& open) {
            return !gives_nothing(rules_, catalogue_, rule, open.text->analysis());
        });
    }

    // With any word as its anchor.
    bool matches_anywhere(const Alternative& alternative, const Analysis& analysis) const {
        SentenceView view(analysis, language_.lexicon);
        Machine machine(*impl_, view);
        for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
            view.load(i);
            view.prepare();
            for (std::uint32_t at = view.first(); at < view.last(); ++at)
                if (machine.match(alternative, at, at + 1)) return true;
        }
        return false;
    }

    const Language& language_;
    const Catalogue& catalogue_;
    const std::string image_;
    RuleSet::Impl* impl_ = nullptr;  // of rules_, to be changed and changed back
    RuleSet rules_;
    std::vector<Open> open_;
};

}  // namespace

std::vector<IdleExample> idle_examples(const Language& language, const Catalogue& catalogue) {
    return Mutator(language, catalogue).run();
}

}  // namespace relata::extract
