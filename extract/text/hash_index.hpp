// The hash tables that a Lexicon consists of: each numbers its keys 1, 2, 3, ... in the order in
// which they come, so that what belongs to a key is kept in plain vectors by number. Nothing is
// ever removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "extract/text/image.hpp"

namespace relata::extract {

// Open addressing over 64-bit hashes of keys that their owner keeps: `same(number)` tells whether
// the key of that number is the one looked for.
class HashIndex {
  public:
    template <typename Same>
    std::uint32_t find(std::uint64_t hash, Same same) const {
        for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
            const Slot slot = slots_[i];
            if (slot.number == 0) return 0;
            if (slot.tag == tag(hash) && same(slot.number)) return slot.number;
        }
    }
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
    // Gives the next number to a key that is not yet there.
    std::uint32_t insert(std::uint64_t hash) {
        hashes_.push_back(hash);
        if (hashes_.size() * 2 > slots_.size())
            grow();
        else
            place(hashes_.size());
        return static_cast<std::uint32_t>(hashes_.size());
    }
    // An index that was read from an image takes no more keys: their hashes are left out.
    template <typename Archive>
    void archive(Archive& archive) {
        archive(slots_, mask_);
    }

  private:
    struct Slot {
        std::uint32_t tag = 0, number = 0;
    };
    static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
    void place(std::size_t number) {
        const std::uint64_t hash = hashes_[number - 1];
        std::size_t i = hash & mask_;
        while (slots_[i].number != 0) i = (i + 1) & mask_;
        slots_.at(i) = {tag(hash), static_cast<std::uint32_t>(number)};
    }
    void grow() {
        slots_.assign(slots_.size() * 4, {});
        mask_ = slots_.size() - 1;
        for (std::size_t number = 1; number <= hashes_.size(); ++number) place(number);
    }

    Table<Slot> slots_ = Table<Slot>(16);
    std::size_t mask_ = 15;
    std::vector<std::uint64_t> hashes_;  // by number - 1
};

// Strings, kept in one buffer.
class StringTable {
  public:
    std::uint32_t find(std::string_view text) const { return find(text, hash(text)); }
    std::uint32_t intern(std::string_view text) {
        const std::uint64_t key = hash(text);
        if (const std::uint32_t known = find(text, key); known != 0) return known;
        bytes_ += text;
        ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
        return index_.insert(key);
    }
    std::string_view operator[](std::uint32_t number) const {
        return {bytes_.data() + ends_[number - 1], ends_[number] - ends_[number - 1]};
    }
    std::size_t size() const { return ends_.size() - 1; }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(bytes_, ends_, index_);
    }

  private:
    std::uint32_t find(std::string_view text, std::uint64_t key) const {
        return index_.find(key, [&](std::uint32_t number) { return (*this)[number] == text; });
    }

    std::string bytes_;
    std::vector<std::uint32_t> ends_ = {0};
    HashIndex index_;
};

// A trie with numbers as labels. Node 1 is the root; a node's number is greater than its parent's.
class Trie {
  public:
    static constexpr std::uint32_t kRoot = 1;

    Trie() { extend(0, 0); }
    // The child, or 0.
    std::uint32_t find(std::uint32_t node, std::uint32_t label) const {
        return find(node, label, hash_of(node, label));
    }
    // Sends for the memory that find() reads.
    void prefetch(std::uint32_t node, std::uint32_t label) const {
        index_.prefetch(hash_of(node, label));
    }
    // The child, which is made if need be.
    std::uint32_t extend(std::uint32_t node, std::uint32_t label) {
        const std::uint64_t key = hash_of(node, label);
        if (const std::uint32_t known = find(node, label, key); known != 0) return known;
        edges_.push_back({node, label});
        return index_.insert(key);
    }
    std::uint32_t parent(std::uint32_t node) const { return edges_[node].node; }
    // One more than the greatest number of a node.
    std::size_t size() const { return edges_.size(); }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(edges_, index_);
    }

  private:
    struct Edge {  // that leads to a node
        std::uint32_t node, label;
    };
    static std::uint64_t hash_of(std::uint32_t node, std::uint32_t label) {
        return mix(static_cast<std::uint64_t>(node) << 32 | label, 0);
    }
    std::uint32_t find(std::uint32_t node, std::uint32_t label, std::uint64_t key) const {
        return index_.find(key, [&](std::uint32_t child) {
            return edges_[child].node == node && edges_[child].label == label;
        });
    }

    Table<Edge> edges_ = {{0, 0}};
    HashIndex index_;
};

}  // namespace relata::extract
