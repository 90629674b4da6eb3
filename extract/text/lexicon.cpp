#include "extract/text/lexicon.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/hash.hpp"
#include "extract/text/hash_index.hpp"
#include "extract/text/image.hpp"
#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongestPhrase = 8;  // tokens

// The distinct sets of classes, as rows of bits. Set 0 is empty.
class ClassSets {
  public:
    explicit ClassSets(std::size_t classes) : stride_(classes / 64 + 1), row_(stride_) {
        intern(row_);
    }
    std::size_t size() const { return bits_.size() / stride_; }
    bool has(ClassSet set, ClassId cls) const {
        return (bits_[set * stride_ + cls / 64] >> (cls % 64) & 1U) != 0;
    }
    std::span<const std::uint64_t> bits(ClassSet set) const {
        return std::span(bits_).subspan(set * stride_, stride_);
    }
    ClassSet with(ClassSet set, ClassId cls) {
        if (has(set, cls)) return set;
        load(set);
        row_[cls / 64] |= 1ULL << (cls % 64);
        return intern(row_);
    }
    ClassSet unite(ClassSet a, ClassSet b) {
        if (a == 0 || a == b) return b;
        if (b == 0) return a;
        load(a);
        for (std::size_t i = 0; i < stride_; ++i) row_[i] |= bits_[b * stride_ + i];
        return intern(row_);
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(stride_, row_, bits_, index_);
    }

  private:
    void load(ClassSet set) {
        std::copy_n(bits_.begin() + static_cast<std::ptrdiff_t>(set * stride_), stride_,
                    row_.begin());
    }
    ClassSet intern(const std::vector<std::uint64_t>& row) {
        std::uint64_t key = 0;
        for (const std::uint64_t word : row) key = mix(key, word);
        const std::uint32_t known = index_.find(key, [&](std::uint32_t number) {
            return std::equal(row.begin(), row.end(),
                              bits_.begin() + static_cast<std::ptrdiff_t>((number - 1) * stride_));
        });
        if (known != 0) return known - 1;
        bits_.insert(bits_.end(), row.begin(), row.end());
        return index_.insert(key) - 1;
    }

    std::size_t stride_;
    std::vector<std::uint64_t> row_;
    std::vector<std::uint64_t> bits_;
    HashIndex index_;  // number - 1 is the set
};

// Suffixes (read backwards) or prefixes, as a trie of bytes.
struct Affixes {
    Trie trie;
    std::vector<ClassSet> sets;  // of a node: classes of all affixes on the way to it

    // Where the affixes that are shorter than the word lead.
    template <typename Iterator>
    std::uint32_t follow(Iterator first, Iterator last) const {
        std::uint32_t node = Trie::kRoot;
        if (trie.size() <= 2 || first == last) return node;
        for (--last; first != last; ++first) {
            const std::uint32_t next = trie.find(node, static_cast<unsigned char>(*first));
            if (next == 0) break;
            node = next;
        }
        return node;
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(trie, sets);
    }
};

// All words by their hashes, with what tokens need of them side by side: a word costs one line of
// memory, where following its number through the other tables would cost five. Words are told apart
// by 64 bits: that a word of a text has those of another one in the lexicon happens once in 10^14.
class WordTable {
  public:
    WordTable() : slots_(1) {}
    // Throws std::invalid_argument where two words have the same hash.
    void fill(const StringTable& words, const Table<ClassSet>& classes,
              const Table<PhraseNode>& phrase_starts) {
        std::size_t size = 1;
        while (size < words.size() * 2 + 1) size *= 2;
        slots_.assign(size, {});
        for (std::uint32_t id = 1; id <= words.size(); ++id) {
            const std::uint64_t key = hash(words[id]);
            Slot& slot = slots_.at(place(key));
            if (slot.word != 0) throw std::invalid_argument("two words have the same hash");
            slot = {key, id, phrase_starts[id] != 0 ? classes[id] | kStartsPhrase : classes[id]};
        }
    }
    void prefetch(std::uint64_t key) const {
        __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
    }
    WordEntry find(std::uint64_t key) const {
        const Slot& slot = slots_[place(key)];
        return {slot.word, (slot.classes & kStartsPhrase) != 0, slot.classes & ~kStartsPhrase};
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(slots_);
    }

  private:
    static constexpr ClassSet kStartsPhrase = 1U << 31;
    struct Slot {
        std::uint64_t key = 0;
        WordId word = 0;  // 0: free
        ClassSet classes = 0;
    };
    std::size_t place(std::uint64_t key) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = key & mask;
        while (slots_[at].word != 0 && slots_[at].key != key) at = (at + 1) & mask;
        return at;
    }
    Table<Slot> slots_;
};

struct MapKey {
    std::uint32_t text = 0;  // in `values`
    std::uint32_t cls = 0;   // a ClassId, without padding behind it
};

std::uint64_t value_key(ClassId map, std::string_view folded) { return hash(folded, map + 1U); }

}  // namespace

struct Lexicon::Impl {
    StringTable words;  // only while the lexicon is built
    WordTable word_table;
    Table<ClassSet> word_classes = {0};       // by WordId
    Table<PhraseNode> phrase_starts = {0};    // by WordId
    Table<ClassSet> phrase_start_sets = {0};  // by WordId
    Trie phrases;
    Table<ClassSet> phrase_sets;  // by node
    Affixes suffixes, prefixes;
    // Joint classes of a suffix and a prefix: row of the suffix's set, column of the prefix's.
    std::vector<std::uint32_t> suffix_rows, prefix_columns;  // by node
    std::size_t columns = 0;
    std::vector<ClassSet> joint_sets;
    ClassSets sets{0};
    std::vector<std::string> class_names;
    StringTable class_ids;
    StringTable value_texts;
    Table<MapKey> value_keys = {{}};  // by number of the value
    std::vector<std::uint32_t> value_of_key = {0};
    HashIndex values;

    std::uint32_t find_value(ClassId map, std::string_view folded) const {
        return values.find(value_key(map, folded), [&](std::uint32_t number) {
            return value_keys[number].cls == map && value_texts[value_keys[number].text] == folded;
        });
    }
    // The value of the longest pattern ("chinesisch*", "*bank") of the map that the word fits.
    std::uint32_t find_pattern_value(ClassId map, std::string_view folded) const {
        std::string pattern;
        for (std::size_t length = folded.size() - 1; length > 0; --length) {
            pattern.assign(folded.substr(0, length)) += '*';
            if (const std::uint32_t found = find_value(map, pattern); found != 0) return found;
            pattern.assign(1, '*') += folded.substr(folded.size() - length);
            if (const std::uint32_t found = find_value(map, pattern); found != 0) return found;
        }
        return 0;
    }
    ClassSet affix_classes(std::string_view folded) const {
        const std::uint32_t suffix = suffixes.follow(folded.rbegin(), folded.rend());
        const std::uint32_t prefix = prefixes.follow(folded.begin(), folded.end());
        return joint_sets[suffix_rows[suffix] * columns + prefix_columns[prefix]];
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(word_table, word_classes, phrase_starts, phrase_start_sets, phrases, phrase_sets,
                suffixes, prefixes, suffix_rows, prefix_columns, columns, joint_sets, sets,
                class_names, class_ids, value_texts, value_keys, value_of_key, values);
    }
};

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

std::string Lexicon::image() const {
    ImageWriter writer;
    impl_->archive(writer);
    return std::move(writer).take();
}

Lexicon Lexicon::from_image(std::string_view image) {
    auto impl = std::make_unique<Impl>();
    ImageReader reader(image);
    impl->archive(reader);
    return Lexicon(std::move(impl));
}

std::uint64_t Lexicon::key(std::string_view folded) const {
    const std::uint64_t key = hash(folded);
    impl_->word_table.prefetch(key);
    return key;
}

WordEntry Lexicon::find(std::uint64_t key) const { return impl_->word_table.find(key); }

ClassSet Lexicon::classes_of(WordId word) const { return impl_->word_classes[word]; }

ClassSet Lexicon::classes_of_unknown(std::string_view folded) const {
    return impl_->affix_classes(folded);
}

bool Lexicon::has(ClassSet set, ClassId cls) const { return impl_->sets.has(set, cls); }

std::span<const std::uint64_t> Lexicon::class_bits(ClassSet set) const {
    return impl_->sets.bits(set);
}

std::size_t Lexicon::class_set_count() const { return impl_->sets.size(); }

std::optional<ClassId> Lexicon::class_named(std::string_view name) const {
    const std::uint32_t id = impl_->class_ids.find(name);
    if (id == 0) return std::nullopt;
    return static_cast<ClassId>(id - 1);
}

std::span<const std::string> Lexicon::class_names() const { return impl_->class_names; }

PhraseNode Lexicon::phrase_start(WordId first) const { return impl_->phrase_starts[first]; }

PhraseNode Lexicon::phrase_next(PhraseNode node, WordId next) const {
    if (node == 0 || next == 0) return 0;
    return impl_->phrases.find(node, next);
}

void Lexicon::prefetch_phrase(PhraseNode node, WordId next) const {
    impl_->phrases.prefetch(node, next);
}

ClassSet Lexicon::phrase_classes(PhraseNode node) const { return impl_->phrase_sets[node]; }

ClassSet Lexicon::phrase_start_classes(WordId first) const {
    return impl_->phrase_start_sets[first];
}

std::string_view Lexicon::value(ClassId map, std::string_view folded) const {
    std::uint32_t number = impl_->find_value(map, folded);
    if (number == 0 && !folded.empty() && has(impl_->affix_classes(folded), map))
        number = impl_->find_pattern_value(map, folded);
    return number == 0 ? std::string_view() : impl_->value_texts[impl_->value_of_key[number]];
}

struct LexiconBuilder::Impl {
    // What belongs to a class: a word, a phrase or an affix by its number, and the class.
    struct Member {
        std::uint32_t id;
        ClassId cls;
    };

    std::unique_ptr<Lexicon::Impl> lexicon = std::make_unique<Lexicon::Impl>();
    std::vector<Member> words, phrases, phrase_starts, suffixes, prefixes;
    ClassId last_class = 0;
    std::string joined;  // the folded tokens of the last entry, or its pattern

    ClassId class_of(std::string_view name) {
        // Lists add many entries to one class in a row.
        if (!lexicon->class_names.empty() && lexicon->class_names[last_class] == name)
            return last_class;
        const std::uint32_t id = lexicon->class_ids.intern(name);
        if (id > lexicon->class_names.size()) lexicon->class_names.emplace_back(name);
        last_class = static_cast<ClassId>(id - 1);
        return last_class;
    }
    WordId intern(std::string_view folded) {
        const WordId id = lexicon->words.intern(folded);
        if (id >= lexicon->phrase_starts.size()) lexicon->phrase_starts.push_back(0);
        return id;
    }
    void add_affix(ClassId cls, std::string_view entry);
    void add_entry(ClassId cls, std::string_view entry);
    void set_value(ClassId cls, std::string_view value);
    void build_affixes(Affixes& affixes, const std::vector<Member>& members);
    void join_affixes();
};

void LexiconBuilder::Impl::add_affix(ClassId cls, std::string_view entry) {
    const bool suffix = entry.front() == '*';
    Scanner scanner(suffix ? entry.substr(1) : entry.substr(0, entry.size() - 1));
    if (!scanner.next()) throw std::invalid_argument("\"*\" alone stands for every word");
    joined = scanner.folded();
    if (scanner.next())
        throw std::invalid_argument(
            "a pattern with \"*\" has to be a single word, without spaces or hyphens");
    Trie& trie = suffix ? lexicon->suffixes.trie : lexicon->prefixes.trie;
    if (suffix) std::reverse(joined.begin(), joined.end());
    std::uint32_t node = Trie::kRoot;
    for (const char c : joined) node = trie.extend(node, static_cast<unsigned char>(c));
    (suffix ? suffixes : prefixes).push_back({node, cls});
    if (suffix) std::reverse(joined.begin(), joined.end());
    joined.insert(suffix ? 0 : joined.size(), 1, '*');
}

void LexiconBuilder::Impl::add_entry(ClassId cls, std::string_view entry) {
    Scanner scanner(entry);
    if (!scanner.next()) throw std::invalid_argument("an entry has to have a word");
    joined = scanner.folded();
    const WordId first = intern(joined);
    if (!scanner.next()) {
        words.push_back({first, cls});
        return;
    }
    PhraseNode& start = lexicon->phrase_starts.at(first);
    if (start == 0) start = lexicon->phrases.extend(Trie::kRoot, first);
    PhraseNode node = start;
    std::size_t tokens = 1;
    do {
        if (++tokens > kLongestPhrase)
            throw std::invalid_argument("an entry has at most eight words and punctuation marks");
        joined += ' ';
        joined += scanner.folded();
        node = lexicon->phrases.extend(node, intern(scanner.folded()));
    } while (scanner.next());
    phrases.push_back({node, cls});
    phrase_starts.push_back({first, cls});
}

// The value of the entry that was added last.
void LexiconBuilder::Impl::set_value(ClassId cls, std::string_view value) {
    const std::uint32_t text = lexicon->value_texts.intern(value);
    const std::uint32_t known = lexicon->find_value(cls, joined);
    if (known != 0) {
        lexicon->value_of_key[known] = text;
        return;
    }
    lexicon->value_keys.push_back({lexicon->value_texts.intern(joined), cls});
    lexicon->value_of_key.push_back(text);
    lexicon->values.insert(value_key(cls, joined));
}

void LexiconBuilder::Impl::build_affixes(Affixes& affixes, const std::vector<Member>& members) {
    ClassSets& sets = lexicon->sets;
    affixes.sets.assign(affixes.trie.size(), 0);
    for (const Member& member : members)
        affixes.sets[member.id] = sets.with(affixes.sets[member.id], member.cls);
    // Parents have smaller numbers than their children.
    for (std::uint32_t node = Trie::kRoot + 1; node < affixes.trie.size(); ++node)
        affixes.sets[node] =
            sets.unite(affixes.sets[node], affixes.sets[affixes.trie.parent(node)]);
}

// Numbers the distinct sets of one kind of affix: for each node, the index of its set in
// `distinct`.
static std::vector<std::uint32_t> number_sets(const std::vector<ClassSet>& of_nodes,
                                              std::vector<ClassSet>& distinct) {
    distinct = of_nodes;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<std::uint32_t> numbers;
    numbers.reserve(of_nodes.size());
    for (const ClassSet set : of_nodes)
        numbers.push_back(static_cast<std::uint32_t>(
            std::lower_bound(distinct.begin(), distinct.end(), set) - distinct.begin()));
    return numbers;
}

void LexiconBuilder::Impl::join_affixes() {
    std::vector<ClassSet> rows;
    std::vector<ClassSet> columns;
    lexicon->suffix_rows = number_sets(lexicon->suffixes.sets, rows);
    lexicon->prefix_columns = number_sets(lexicon->prefixes.sets, columns);
    lexicon->columns = columns.size();
    for (const ClassSet row : rows)
        for (const ClassSet column : columns)
            lexicon->joint_sets.push_back(lexicon->sets.unite(row, column));
}

LexiconBuilder::LexiconBuilder() : impl_(std::make_unique<Impl>()) {}
LexiconBuilder::~LexiconBuilder() = default;

void LexiconBuilder::add(std::string_view cls, std::string_view entry, std::string_view value) {
    const ClassId id = impl_->class_of(cls);
    const std::size_t star = entry.find('*');
    if (star == std::string_view::npos) {
        impl_->add_entry(id, entry);
    } else {
        const bool affix = star == 0 || star == entry.size() - 1;
        if (!affix || entry.find('*', star + 1) != std::string_view::npos)
            throw std::invalid_argument(
                "\"*\" may only stand at the beginning or the end of a word");
        impl_->add_affix(id, entry);
    }
    if (!value.empty()) impl_->set_value(id, value);
}

void LexiconBuilder::add_class(std::string_view cls) { impl_->class_of(cls); }

void LexiconBuilder::add_word(std::string_view word) {
    Scanner scanner(word);
    while (scanner.next()) impl_->intern(scanner.folded());
}

Lexicon LexiconBuilder::build() && {
    Lexicon::Impl& lexicon = *impl_->lexicon;
    lexicon.sets = ClassSets(lexicon.class_names.size());
    impl_->build_affixes(lexicon.suffixes, impl_->suffixes);
    impl_->build_affixes(lexicon.prefixes, impl_->prefixes);
    impl_->join_affixes();
    lexicon.word_classes.assign(lexicon.words.size() + 1, 0);
    for (std::uint32_t id = 1; id < lexicon.word_classes.size(); ++id)
        lexicon.word_classes.at(id) = lexicon.affix_classes(lexicon.words[id]);
    lexicon.phrase_start_sets.assign(lexicon.words.size() + 1, 0);
    lexicon.phrase_sets.assign(lexicon.phrases.size(), 0);
    const auto add = [&](Table<ClassSet>& sets, const std::vector<Impl::Member>& members) {
        for (const Impl::Member& member : members)
            sets.at(member.id) = lexicon.sets.with(sets[member.id], member.cls);
    };
    add(lexicon.word_classes, impl_->words);
    add(lexicon.phrase_start_sets, impl_->phrase_starts);
    add(lexicon.phrase_sets, impl_->phrases);
    lexicon.word_table.fill(lexicon.words, lexicon.word_classes, lexicon.phrase_starts);
    return Lexicon(std::move(impl_->lexicon));
}

}  // namespace relata::extract
