// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/phrases.hpp"

#include <string_view>

namespace entente::language {

namespace {

class Chunker {
public:
    Chunker(Analysis& analysis, const Sentence& sentence)
        : tokens_{analysis.tokens}
        , at_{sentence.first}
        , last_{sentence.last}
    {}

    std::vector<Piece> run()
    {
        while (at_ < last_) {
            step();
        }
        return std::move(pieces_);
    }

private:
    [[nodiscard]] std::string_view upos(std::size_t i) const
    {
        return i < last_ ? std::string_view{tokens_[i].upos} : std::string_view{};
    }

    [[nodiscard]] bool is_possessive(std::size_t i) const
    {
        return i < last_ && tokens_[i].xpos == "POS";
    }

    [[nodiscard]] bool is_noun(std::size_t i) const
    {
        return upos(i) == "NOUN" || upos(i) == "PROPN";
    }

    [[nodiscard]] bool is_hyphen(std::size_t i) const
    {
        return i < last_ && (tokens_[i].form == "-" || tokens_[i].form == "/");
    }

    void attach(std::size_t child, std::size_t head, std::string_view relation)
    {
        if (child != head) {
            tokens_[child].head = head;
            tokens_[child].relation = relation;
        }
    }

    void single(PieceKind kind)
    {
        Piece piece;
        piece.kind = kind;
        piece.first = at_;
        piece.head = at_;
        piece.last = ++at_;
        pieces_.push_back(piece);
    }

    void step()
    {
        const std::string_view tag = upos(at_);
        const std::string& form = tokens_[at_].form;
        if (tag == "CCONJ") {
            single(PieceKind::coordinator);
        } else if (form == "," || form == ";" || form == ":" || form == "--" || form == "(" ||
                   form == ")") {
            single(PieceKind::comma);
        } else if (form == "\"") {
            single(PieceKind::quote);
        } else if (tag == "SCONJ" || (tag == "ADP" && starts_clause_after(at_))) {
            single(PieceKind::subordinator);
        } else if (starts_verb_group(at_)) {
            verb_group();
        } else if (tag == "ADP" || starts_nominal(at_)) {
            nominal();
        } else if (tag == "ADJ") {
            single(PieceKind::adjective);
        } else {
            single(PieceKind::other);
        }
    }

    /// A preposition before a gerund: "by attacking", "after meeting".
    [[nodiscard]] bool starts_clause_after(std::size_t i) const
    {
        return i + 1 < last_ && tokens_[i + 1].xpos == "VBG" && tokens_[i + 1].upos == "VERB";
    }

    [[nodiscard]] bool starts_nominal(std::size_t i) const
    {
        const std::string_view tag = upos(i);
        if (tag == "ADJ" || tag == "NUM" || tag == "SYM") {
            return reaches_noun(i);
        }
        return tag == "DET" || tag == "NOUN" || tag == "PROPN" || tag == "PRON" ||
               (tag == "VERB" && modifies_noun(i));
    }

    /// Adjectives, numbers and participles count as a phrase only if a noun closes them.
    [[nodiscard]] bool reaches_noun(std::size_t i) const
    {
        for (std::size_t k = i; k < last_ && k < i + 8; ++k) {
            if (is_noun(k) || upos(k) == "NUM") {
                return true;
            }
            const bool goes_on = upos(k) == "ADJ" || upos(k) == "NUM" || upos(k) == "SYM" ||
                                 upos(k) == "ADV" || is_hyphen(k) || modifies_noun(k) ||
                                 tokens_[k].form == ",";
            if (!goes_on) {
                return false;
            }
        }
        return false;
    }

    /// A participle right before a noun inside a phrase: "the visiting premier", "US-led forces".
    [[nodiscard]] bool modifies_noun(std::size_t i) const
    {
        const bool form =
            i < last_ && upos(i) == "VERB" &&
            (tokens_[i].xpos == "VBG" || tokens_[i].xpos == "VBN" || tokens_[i].xpos == "VBD");
        if (!form || i == 0) {
            return false;
        }
        const std::string_view before = upos(i - 1);
        const bool inside = (before == "DET" && tokens_[i - 1].xpos != "WDT") || before == "ADJ" ||
                            is_hyphen(i - 1) || is_possessive(i - 1) ||
                            tokens_[i - 1].xpos == "PRP$" ||
                            (before == "ADP" && tokens_[i].xpos != "VBG");
        return inside && (is_noun(i + 1) || upos(i + 1) == "ADJ");
    }

    [[nodiscard]] bool starts_verb_group(std::size_t i) const
    {
        std::size_t k = i;
        while (k < last_ && (upos(k) == "ADV" || upos(k) == "PART") && !is_possessive(k)) {
            ++k;
        }
        return (upos(k) == "AUX") || (upos(k) == "VERB" && !modifies_noun(k));
    }

    void verb_group()
    {
        Piece piece;
        piece.kind = PieceKind::verbal;
        piece.first = at_;
        bool be = false;
        bool auxiliary = false;
        std::size_t head = kRoot;
        std::size_t last_auxiliary = kRoot;
        while (at_ < last_) {
            const Token& token = tokens_[at_];
            if (token.upos == "AUX") {
                be = token.lemma == "be";
                auxiliary = true;
                last_auxiliary = at_++;
            } else if (token.upos == "PART" && !is_possessive(at_)) {
                piece.infinitive = piece.infinitive || token.form == "to";
                ++at_;
            } else if (token.upos == "ADV" && verb_follows(at_)) {
                ++at_;
            } else if (token.upos == "VERB") {
                head = at_++;
                break;
            } else {
                break;
            }
        }
        piece.last = at_;
        if (head == kRoot && last_auxiliary == kRoot) {
            // Stray particles: nothing to head a group.
            at_ = piece.first;
            single(PieceKind::other);
            return;
        }
        piece.copular = head == kRoot;
        piece.head = head == kRoot ? last_auxiliary : head;
        const std::string& form = tokens_[piece.head].xpos;
        piece.gerund = form == "VBG" && !auxiliary;
        piece.passive = !piece.copular && be && (form == "VBN" || form == "VBD");
        piece.participle = form == "VBN" && !auxiliary;
        label_group(piece);
        pieces_.push_back(piece);
    }

    [[nodiscard]] bool verb_follows(std::size_t i) const
    {
        for (std::size_t k = i; k < last_ && k < i + 4; ++k) {
            if (upos(k) == "VERB" || upos(k) == "AUX") {
                return true;
            }
            if (upos(k) != "ADV" && upos(k) != "PART") {
                return false;
            }
        }
        return false;
    }

    void label_group(const Piece& piece)
    {
        for (std::size_t i = piece.first; i < piece.last; ++i) {
            const Token& token = tokens_[i];
            if (token.upos == "AUX") {
                attach(i, piece.head, piece.passive && token.lemma == "be" ? "aux:pass" : "aux");
            } else {
                attach(i, piece.head, token.form == "to" ? "mark" : "advmod");
            }
        }
    }

    void nominal()
    {
        Piece piece;
        piece.kind = PieceKind::nominal;
        piece.first = at_;
        while (upos(at_) == "ADP") {
            piece.adposition = at_++;
        }
        if (upos(at_) == "PRON" && tokens_[at_].xpos != "PRP$") {
            piece.relative = tokens_[at_].xpos == "WP";
            piece.head = at_++;
        } else if (upos(at_) == "DET" && tokens_[at_].xpos == "WDT") {
            piece.relative = true;
            piece.head = at_++;
        } else if (starts_nominal(at_) || tokens_at_possessive_pronoun()) {
            piece.head = noun_phrase();
        } else {
            // A preposition without a phrase: an adverb or a particle of the verb before.
            piece.kind = PieceKind::other;
            piece.head = piece.adposition;
        }
        piece.last = at_;
        if (piece.adposition != kRoot && piece.kind == PieceKind::nominal) {
            for (std::size_t i = piece.first; i <= piece.adposition; ++i) {
                attach(i, piece.head, "case");
            }
        }
        pieces_.push_back(piece);
    }

    [[nodiscard]] bool tokens_at_possessive_pronoun() const
    {
        return at_ < last_ && tokens_[at_].xpos == "PRP$";
    }

    /// Reads one noun phrase and returns its head: the last noun. A possessor becomes the
    /// modifier of what follows it.
    std::size_t noun_phrase()
    {
        const std::size_t first = at_;
        std::size_t head = kRoot;
        std::size_t from = first;
        while (at_ < last_ && continues_phrase(from)) {
            if (is_noun(at_) || upos(at_) == "NUM" || head == kRoot) {
                head = at_;
            }
            ++at_;
            if (is_possessive(at_)) {
                label_phrase(from, at_, head);
                attach_possessor(head);
                attach(at_, head, "case");
                ++at_;
                if (continues_phrase(at_)) {
                    possessor_ = head;
                    from = at_;
                    head = kRoot;
                }
            }
        }
        if (head == kRoot) {
            // Only words that cannot head a phrase followed: the last of them does.
            head = at_ - 1;
        }
        label_phrase(from, at_, head);
        attach_possessor(head);
        return head;
    }

    void attach_possessor(std::size_t head)
    {
        if (possessor_ != kRoot) {
            attach(possessor_, head, "nmod:poss");
            possessor_ = kRoot;
        }
    }

    [[nodiscard]] bool continues_phrase(std::size_t first) const
    {
        const std::string_view tag = upos(at_);
        if (tag == "NOUN" || tag == "PROPN" || tag == "SYM") {
            return true;
        }
        if (tag == "DET") {
            return (at_ == first || upos(at_ - 1) == "DET" || upos(at_ - 1) == "ADV") &&
                   tokens_[at_].xpos != "WDT";
        }
        if (tag == "ADJ" || tag == "NUM") {
            return reaches_noun(at_) || at_ == first;
        }
        if (tag == "PRON") {
            return tokens_[at_].xpos == "PRP$" && at_ == first;
        }
        if (tag == "ADV") {
            return at_ > first && reaches_noun(at_);
        }
        if (is_hyphen(at_)) {
            return at_ > first && (is_noun(at_ + 1) || upos(at_ + 1) == "ADJ" ||
                                   (upos(at_ + 1) == "VERB" && reaches_noun(at_ + 2)));
        }
        return modifies_noun(at_);
    }

    void label_phrase(std::size_t from, std::size_t to, std::size_t head)
    {
        for (std::size_t i = from; i < to; ++i) {
            const Token& token = tokens_[i];
            std::string_view relation = "compound";
            if (token.upos == "DET") {
                relation = "det";
            } else if (token.upos == "ADJ" || token.upos == "VERB") {
                relation = "amod";
            } else if (token.upos == "NUM") {
                relation = "nummod";
            } else if (token.upos == "PRON") {
                relation = "nmod:poss";
            } else if (token.upos == "PUNCT") {
                relation = "punct";
            } else if (token.upos == "ADV") {
                relation = "advmod";
            }
            attach(i, head, relation);
        }
    }

    std::vector<Token>& tokens_;
    std::size_t at_;
    std::size_t last_;
    std::vector<Piece> pieces_;
    std::size_t possessor_ = kRoot; ///< whose "'s" waits for what follows
};

} // namespace

std::vector<Piece> find_pieces(Analysis& analysis, const Sentence& sentence)
{
    return Chunker{analysis, sentence}.run();
}

} // namespace entente::language
