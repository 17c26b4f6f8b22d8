// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/clause_parser.hpp"

#include "extractors/language/phrases.hpp"

#include <algorithm>
#include <string_view>

namespace entente::language {

namespace {

/// Links the pieces of one sentence into a tree, from left to right, one clause open at a time.
class ClauseParser {
public:
    ClauseParser(Analysis& analysis, const Sentence& sentence)
        : tokens_{analysis.tokens}
        , first_{sentence.first}
        , last_{sentence.last}
        , pieces_{find_pieces(analysis, sentence)}
    {}

    void run()
    {
        for (at_ = 0; at_ < pieces_.size(); ++at_) {
            switch (pieces_[at_].kind) {
            case PieceKind::nominal:
                nominal();
                break;
            case PieceKind::verbal:
                verbal();
                break;
            case PieceKind::adjective:
                adjective();
                break;
            case PieceKind::subordinator:
                subordinator_ = pieces_[at_].head;
                break;
            case PieceKind::coordinator:
                coordinator_ = pieces_[at_].head;
                break;
            case PieceKind::comma:
                comma_ = true;
                break;
            case PieceKind::quote:
            case PieceKind::other:
                break;
            }
            if (pieces_[at_].kind != PieceKind::comma && pieces_[at_].kind != PieceKind::quote &&
                pieces_[at_].kind != PieceKind::coordinator) {
                comma_ = false;
            }
            if (pieces_[at_].kind == PieceKind::nominal || pieces_[at_].kind == PieceKind::verbal) {
                coordinator_ = kRoot;
            }
        }
        finish();
    }

private:
    void attach(std::size_t child, std::size_t head, std::string_view relation)
    {
        if (child == head || reaches(head, child)) {
            return;
        }
        tokens_[child].head = head;
        tokens_[child].relation = relation;
    }

    /// Whether `to` lies on the way from `from` to the root.
    [[nodiscard]] bool reaches(std::size_t from, std::size_t to) const
    {
        for (std::size_t at = from; at != kRoot; at = tokens_[at].head) {
            if (at == to) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] const Piece* next_piece(std::size_t ahead = 1) const
    {
        return at_ + ahead < pieces_.size() ? &pieces_[at_ + ahead] : nullptr;
    }

    void nominal()
    {
        const Piece& piece = pieces_[at_];
        if (piece.relative && last_nominal_ != kRoot && piece.adposition == kRoot) {
            relative_of_ = last_nominal_;
            outer_subject_ = subject_;
            outer_verb_ = verb_;
            subject_ = piece.head;
            return;
        }
        if (joins_list(piece)) {
            attach(piece.head, list_head_, "conj");
            if (coordinator_ != kRoot) {
                attach(coordinator_, piece.head, "cc");
            }
            last_nominal_ = piece.head;
            return;
        }
        if (piece.adposition != kRoot) {
            oblique(piece);
        } else if (is_apposition(piece)) {
            attach(piece.head, last_nominal_, "appos");
            return;
        } else {
            bare_nominal(piece);
        }
        last_nominal_ = piece.head;
        list_head_ = piece.head;
        list_case_ = piece.adposition;
    }

    /// "A, B and C": after a coordinator or comma, with a coordinator still to come, and with no
    /// verb of its own right behind ("A attacked B and C withdrew").
    [[nodiscard]] bool joins_list(const Piece& piece) const
    {
        const bool adjacent = at_ > 0 && (pieces_[at_ - 1].kind == PieceKind::coordinator ||
                                          pieces_[at_ - 1].kind == PieceKind::comma);
        if (!adjacent || list_head_ == kRoot || !comparable(piece)) {
            return false;
        }
        const Piece* next = next_piece();
        const bool own_verb = next != nullptr && next->kind == PieceKind::verbal &&
                              !next->infinitive && !next->gerund && !next->participle;
        if (coordinator_ != kRoot) {
            return !(own_verb && verb_ != kRoot && list_is_after_verb());
        }
        return list_goes_on();
    }

    [[nodiscard]] bool list_is_after_verb() const { return list_head_ > verb_; }

    [[nodiscard]] bool comparable(const Piece& piece) const
    {
        if (piece.adposition == kRoot) {
            return true;
        }
        return list_case_ != kRoot && tokens_[piece.adposition].form == tokens_[list_case_].form;
    }

    /// From a comma-separated nominal on, a coordinator follows before any verb.
    [[nodiscard]] bool list_goes_on() const
    {
        for (std::size_t k = at_ + 1; k < pieces_.size() && k < at_ + 12; ++k) {
            const Piece& piece = pieces_[k];
            if (piece.kind == PieceKind::coordinator) {
                return k + 1 < pieces_.size() && pieces_[k + 1].kind == PieceKind::nominal;
            }
            const bool member = piece.kind == PieceKind::comma ||
                                (piece.kind == PieceKind::nominal && piece.adposition == kRoot);
            if (!member) {
                return false;
            }
        }
        return false;
    }

    /// "the premier, Imran Khan, …": a name between commas, or before the end, right after the
    /// nominal that it renames.
    [[nodiscard]] bool is_apposition(const Piece& piece) const
    {
        if (!comma_ || last_nominal_ == kRoot || piece.head == last_nominal_ || at_ < 2 ||
            pieces_[at_ - 2].kind != PieceKind::nominal || pieces_[at_ - 2].head != last_nominal_) {
            return false;
        }
        const Piece* next = next_piece();
        const bool closed =
            next == nullptr || next->kind == PieceKind::comma || tokens_[next->head].form == ".";
        const bool renames =
            tokens_[piece.head].upos == "PROPN" || (subject_ != kRoot && verb_ == kRoot);
        return closed && renames;
    }

    void oblique(const Piece& piece)
    {
        const std::string& preposition = tokens_[piece.adposition].form;
        const bool after_nominal = at_ > 0 && pieces_[at_ - 1].kind == PieceKind::nominal &&
                                   !pieces_[at_ - 1].relative && last_nominal_ != kRoot;
        const bool to_noun =
            after_nominal && (preposition == "of" || tokens_[last_nominal_].upos == "NOUN");
        if (to_noun || (after_nominal && verb_ == kRoot)) {
            attach(piece.head, last_nominal_, "nmod");
        } else if (after_nominal && chain_noun() != kRoot && noun_is_nearer_than_verb()) {
            attach(piece.head, chain_noun(), "nmod");
        } else if (verb_ != kRoot) {
            attach(piece.head, verb_, "obl");
        } else {
            waiting_obliques_.push_back(piece.head);
        }
    }

    /// "talks with Russia on energy": the second phrase belongs to the noun that took the first.
    [[nodiscard]] std::size_t chain_noun() const
    {
        const Token& last = tokens_[last_nominal_];
        return last.relation == "nmod" && last.head != kRoot && tokens_[last.head].upos == "NOUN"
                   ? last.head
                   : kRoot;
    }

    [[nodiscard]] bool noun_is_nearer_than_verb() const
    {
        return verb_ == kRoot || chain_noun() > verb_;
    }

    void bare_nominal(const Piece& piece)
    {
        const Piece* next = next_piece();
        const bool before_verb =
            next != nullptr && next->kind == PieceKind::verbal && !next->infinitive;
        if (verb_ != kRoot && !object_taken_ && !opens_clause(before_verb)) {
            const bool temporal = is_time_word(tokens_[piece.head]);
            const bool predicate = is_copula(verb_);
            if (predicate) {
                make_copula(piece.head);
                return;
            }
            attach(piece.head, verb_, temporal ? "obl:tmod" : "obj");
            object_taken_ = !temporal;
            return;
        }
        if (verb_ != kRoot && object_taken_ && !opens_clause(before_verb) && !comma_ &&
            coordinator_ == kRoot && subordinator_ == kRoot) {
            attach(piece.head, verb_, is_time_word(tokens_[piece.head]) ? "obl:tmod" : "obj");
            return;
        }
        subject_ = piece.head;
    }

    [[nodiscard]] bool is_copula(std::size_t verb) const
    {
        return tokens_[verb].upos == "AUX" && tokens_[verb].lemma == "be";
    }

    [[nodiscard]] bool opens_clause(bool before_verb) const
    {
        return subordinator_ != kRoot || (before_verb && (comma_ || coordinator_ != kRoot ||
                                                          reports_speech() || object_taken_));
    }

    [[nodiscard]] bool reports_speech() const
    {
        const std::string& lemma = tokens_[verb_].lemma;
        return lemma == "say" || lemma == "claim" || lemma == "believe" || lemma == "think" ||
               lemma == "add" || lemma == "insist" || lemma == "hope" || lemma == "know" ||
               lemma == "allege" || lemma == "argue" || lemma == "fear" || lemma == "announce";
    }

    [[nodiscard]] static bool is_time_word(const Token& token)
    {
        static constexpr std::string_view kTimes[] = {
            "Monday",  "Tuesday", "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday",
            "day",     "week",    "month",     "year",     "morning", "evening",  "night",
            "weekend", "today",   "yesterday", "tomorrow", "time"};
        return std::find(std::begin(kTimes), std::end(kTimes), token.lemma) != std::end(kTimes);
    }

    /// "is an ally": the nominal heads the clause and the verb becomes its copula.
    void make_copula(std::size_t predicate)
    {
        const std::size_t copula = verb_;
        Token& head = tokens_[predicate];
        head.head = tokens_[copula].head;
        head.relation = tokens_[copula].relation;
        for (std::size_t i = first_; i < last_; ++i) {
            if (tokens_[i].head == copula && i != predicate) {
                tokens_[i].head = predicate;
            }
        }
        tokens_[copula].head = predicate;
        tokens_[copula].relation = "cop";
        if (root_ == copula) {
            root_ = predicate;
            head.head = kRoot;
        }
        verb_ = predicate;
        object_taken_ = true;
    }

    void adjective()
    {
        const std::size_t head = pieces_[at_].head;
        if (verb_ != kRoot && is_copula(verb_)) {
            make_copula(head);
            object_taken_ = false;
        } else if (verb_ != kRoot) {
            attach(head, verb_, "xcomp");
        } else if (last_nominal_ != kRoot) {
            attach(head, last_nominal_, "amod");
        }
    }

    void verbal()
    {
        const Piece& piece = pieces_[at_];
        if (relative_of_ == kRoot) {
            resume_outer_clause(piece);
        }
        const std::size_t before = verb_;
        const std::size_t head = piece.head;
        if (relative_of_ != kRoot) {
            attach(head, relative_of_, "acl:relcl");
            take_subject(piece);
            relative_of_ = kRoot;
        } else if (before == kRoot && root_ == kRoot) {
            main_clause(piece);
        } else if (piece.infinitive) {
            attach_infinitive(piece);
        } else if (piece.participle ||
                   (piece.passive && subject_ == kRoot && !has_auxiliary(piece))) {
            attach(head, last_nominal_ != kRoot ? last_nominal_ : before, "acl");
        } else if (piece.gerund && subject_ == kRoot) {
            attach_gerund(piece);
        } else if (subject_ != kRoot) {
            dependent_clause(piece);
        } else if (subordinator_ != kRoot) {
            attach(head, before != kRoot ? before : root_, "advcl");
            attach(subordinator_, head, "mark");
        } else {
            coordinate(piece);
        }
        verb_ = head;
        object_taken_ = false;
        subordinator_ = kRoot;
        subject_ = kRoot;
        list_head_ = kRoot;
    }

    /// Behind "Japan, which hosted Chile," the next finite verb is Japan's.
    void resume_outer_clause(const Piece& piece)
    {
        const bool finite = !piece.infinitive && !piece.gerund && !piece.participle;
        if (outer_subject_ == kRoot || subject_ != kRoot || !finite || coordinator_ != kRoot) {
            return;
        }
        subject_ = outer_subject_;
        verb_ = outer_verb_;
        outer_subject_ = kRoot;
    }

    [[nodiscard]] bool has_auxiliary(const Piece& piece) const
    {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(piece.first),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(piece.last),
                           [](const Token& token) { return token.upos == "AUX"; });
    }

    void main_clause(const Piece& piece)
    {
        const std::size_t head = piece.head;
        const bool opens_subordinate = subordinator_ != kRoot && subject_ != kRoot;
        take_subject(piece);
        root_ = head;
        if (opens_subordinate) {
            attach(subordinator_, head, "mark");
            subordinate_opening_ = true;
        }
        for (const std::size_t oblique : waiting_obliques_) {
            attach(oblique, head, "obl");
        }
        waiting_obliques_.clear();
    }

    void take_subject(const Piece& piece)
    {
        if (subject_ != kRoot) {
            attach(subject_, piece.head, piece.passive ? "nsubj:pass" : "nsubj");
            subject_ = kRoot;
        }
    }

    void attach_infinitive(const Piece& piece)
    {
        const bool after_noun = at_ > 0 && pieces_[at_ - 1].kind == PieceKind::nominal &&
                                verb_ != kRoot && last_nominal_ != kRoot &&
                                tokens_[last_nominal_].upos == "NOUN" &&
                                tokens_[last_nominal_].relation != "obj";
        const std::size_t governor = verb_ != kRoot ? verb_ : root_;
        if (subject_ != kRoot && tokens_[subject_].head == kRoot) {
            attach(subject_, governor, "obj");
            subject_ = kRoot;
        }
        attach(piece.head, after_noun ? last_nominal_ : governor, after_noun ? "acl" : "xcomp");
    }

    void attach_gerund(const Piece& piece)
    {
        const std::size_t governor = verb_ != kRoot ? verb_ : root_;
        if (subordinator_ != kRoot) {
            attach(piece.head, governor, "advcl");
            attach(subordinator_, piece.head, "mark");
        } else if (comma_ || last_nominal_ == kRoot) {
            attach(piece.head, governor, "advcl");
        } else if (coordinator_ != kRoot) {
            attach(piece.head, governor, "conj");
        } else if (at_ > 0 && pieces_[at_ - 1].kind == PieceKind::nominal) {
            attach(piece.head, last_nominal_, "acl");
        } else {
            attach(piece.head, governor, "xcomp");
        }
    }

    /// A finite verb with a subject of its own: complement, adverbial or coordinate clause.
    void dependent_clause(const Piece& piece)
    {
        const std::size_t head = piece.head;
        const std::size_t governor = verb_ != kRoot ? verb_ : root_;
        const bool that = subordinator_ != kRoot && tokens_[subordinator_].form == "that";
        if (subordinate_opening_ && subordinator_ == kRoot && coordinator_ == kRoot) {
            // The sentence began with a subordinate clause; this is its main clause.
            tokens_[root_].head = head;
            tokens_[root_].relation = "advcl";
            root_ = head;
            subordinate_opening_ = false;
        } else if (that || (subordinator_ == kRoot && coordinator_ == kRoot && reports_speech())) {
            attach(head, governor, "ccomp");
        } else if (subordinator_ != kRoot) {
            attach(head, governor, "advcl");
        } else if (coordinator_ != kRoot) {
            attach(head, clause_for_coordination(), "conj");
            attach(coordinator_, head, "cc");
        } else if (is_closing_report(piece)) {
            // "…, Moscow said": the quotation came first.
            tokens_[root_].head = head;
            tokens_[root_].relation = "ccomp";
            root_ = head;
        } else {
            attach(head, governor, "parataxis");
        }
        if (subordinator_ != kRoot) {
            attach(subordinator_, head, "mark");
        }
        take_subject(piece);
    }

    [[nodiscard]] bool is_closing_report(const Piece& piece) const
    {
        const std::string& lemma = tokens_[piece.head].lemma;
        return root_ != kRoot && tokens_[root_].head == kRoot &&
               (lemma == "say" || lemma == "add" || lemma == "tell" || lemma == "report");
    }

    [[nodiscard]] std::size_t clause_for_coordination() const
    {
        return verb_ != kRoot ? verb_ : root_;
    }

    /// A verb without a subject: it shares the one of the verb before.
    void coordinate(const Piece& piece)
    {
        const std::size_t governor = verb_ != kRoot ? verb_ : root_;
        attach(piece.head, governor, coordinator_ != kRoot || comma_ ? "conj" : "parataxis");
        if (coordinator_ != kRoot) {
            attach(coordinator_, piece.head, "cc");
        }
    }

    /// Hangs what is left from the root; a sentence without a verb is headed by its first nominal.
    void finish()
    {
        if (root_ == kRoot) {
            root_ = first_;
            for (const Piece& piece : pieces_) {
                if (piece.kind == PieceKind::nominal && tokens_[piece.head].head == kRoot) {
                    root_ = piece.head;
                    break;
                }
            }
        }
        while (tokens_[root_].head != kRoot) {
            root_ = tokens_[root_].head;
        }
        tokens_[root_].relation = "root";
        for (std::size_t i = first_; i < last_; ++i) {
            if (tokens_[i].head != kRoot || i == root_) {
                continue;
            }
            const std::string& upos = tokens_[i].upos;
            const bool nominal = upos == "NOUN" || upos == "PROPN";
            tokens_[i].head = root_;
            tokens_[i].relation = upos == "PUNCT" ? "punct" : (nominal ? "dislocated" : "dep");
            if (upos == "ADP" || upos == "ADV") {
                attach_particle(i);
            }
        }
    }

    /// An adverb or stray preposition right behind a verb is its particle ("called off", "met in").
    void attach_particle(std::size_t i)
    {
        if (i > first_ && tokens_[i - 1].upos == "VERB") {
            tokens_[i].head = kRoot;
            attach(i, i - 1, tokens_[i].upos == "ADP" ? "compound:prt" : "advmod");
            if (tokens_[i].head == kRoot) {
                tokens_[i].head = root_;
            }
        }
    }

    std::vector<Token>& tokens_;
    std::size_t first_;
    std::size_t last_;
    std::vector<Piece> pieces_;
    std::size_t at_ = 0;

    std::size_t root_ = kRoot;
    std::size_t verb_ = kRoot;    ///< head of the clause that is open
    std::size_t subject_ = kRoot; ///< nominal that waits for its verb
    std::size_t last_nominal_ = kRoot;
    std::size_t list_head_ = kRoot; ///< first member of a coordination
    std::size_t list_case_ = kRoot;
    std::size_t relative_of_ = kRoot;   ///< antecedent of an open relative clause
    std::size_t outer_subject_ = kRoot; ///< waits behind a relative clause
    std::size_t outer_verb_ = kRoot;
    std::size_t subordinator_ = kRoot;
    std::size_t coordinator_ = kRoot;
    bool comma_ = false;
    bool object_taken_ = false;
    bool subordinate_opening_ = false;
    std::vector<std::size_t> waiting_obliques_;
};

} // namespace

void parse_clauses(Analysis& analysis)
{
    for (const Sentence& sentence : analysis.sentences) {
        ClauseParser{analysis, sentence}.run();
    }
}

} // namespace entente::language
