// What grammar says that a reference cannot mean: another part of its own clause. In "Acme took a
// stake in the startup" and "Acme belongs to it" neither is Acme; in "Acme said it grew" it may be.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// Stands the reference at [first, last) where no subject stands: behind a verb or a preposition?
// `begin` and `end` are the bounds of its sentence.
bool is_object(const ArticleWords& words, std::uint32_t first, std::uint32_t last,
               std::uint32_t begin, std::uint32_t end);

// The entities that are named or referred to before the token `at` in its clause and that no
// preposition governs: its subject and objects. `names` and `references` are those before `at`, in
// text order; `begin` is the sentence's first token.
std::vector<std::uint32_t> clause_mates(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const Mention> references, std::uint32_t begin,
                                        std::uint32_t at);

// What the relative pronoun of the clause in which `at` stands refers to, or kNoEntity: in "Acme,
// which the firm bought" the firm is not Acme.
std::uint32_t relative_subject(const ArticleWords& words, std::span<const Mention> references,
                               std::uint32_t begin, std::uint32_t at);

// Whose part or act a reference at `first` belongs to, or kNoEntity: in "Acme's stake in the
// company" and "its bid for the company" the company is another one. `begin` is the sentence's
// first token.
std::uint32_t owner_of_part(const ArticleWords& words, std::span<const Mention> names,
                            std::span<const Mention> references, std::uint32_t begin,
                            std::uint32_t first);

// The token behind what stands before "( ... )", where a bracket ends before `end`; else `end`.
std::uint32_t before_brackets(const ArticleWords& words, std::uint32_t begin, std::uint32_t end);

// Does no sentence begin behind the token `from` and before `to`?
bool in_one_sentence(const ArticleWords& words, std::uint32_t from, std::uint32_t to);

}  // namespace relata::extract
