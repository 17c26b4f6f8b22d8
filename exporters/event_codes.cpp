// SPDX-License-Identifier: Apache-2.0
#include "exporters/event_codes.hpp"

#include <algorithm>
#include <array>

namespace entente::exporters {

namespace {

struct CowRow {
    std::string_view iso3;
    int code;
};

// By ISO code.
constexpr std::array kCow{
    CowRow{"AFG", 700}, CowRow{"AGO", 540}, CowRow{"ALB", 339}, CowRow{"AND", 232},
    CowRow{"ARE", 696}, CowRow{"ARG", 160}, CowRow{"ARM", 371}, CowRow{"ATG", 58},
    CowRow{"AUS", 900}, CowRow{"AUT", 305}, CowRow{"AZE", 373}, CowRow{"BDI", 516},
    CowRow{"BEL", 211}, CowRow{"BEN", 434}, CowRow{"BFA", 439}, CowRow{"BGD", 771},
    CowRow{"BGR", 355}, CowRow{"BHR", 692}, CowRow{"BHS", 31},  CowRow{"BIH", 346},
    CowRow{"BLR", 370}, CowRow{"BLZ", 80},  CowRow{"BOL", 145}, CowRow{"BRA", 140},
    CowRow{"BRB", 53},  CowRow{"BRN", 835}, CowRow{"BTN", 760}, CowRow{"BWA", 571},
    CowRow{"CAF", 482}, CowRow{"CAN", 20},  CowRow{"CHE", 225}, CowRow{"CHL", 155},
    CowRow{"CHN", 710}, CowRow{"CIV", 437}, CowRow{"CMR", 471}, CowRow{"COD", 490},
    CowRow{"COG", 484}, CowRow{"COL", 100}, CowRow{"COM", 581}, CowRow{"CPV", 402},
    CowRow{"CRI", 94},  CowRow{"CUB", 40},  CowRow{"CYP", 352}, CowRow{"CZE", 316},
    CowRow{"DDR", 265}, CowRow{"DEU", 255}, CowRow{"DJI", 522}, CowRow{"DMA", 54},
    CowRow{"DNK", 390}, CowRow{"DOM", 42},  CowRow{"DZA", 615}, CowRow{"ECU", 130},
    CowRow{"EGY", 651}, CowRow{"ERI", 531}, CowRow{"ESP", 230}, CowRow{"EST", 366},
    CowRow{"ETH", 530}, CowRow{"FIN", 375}, CowRow{"FJI", 950}, CowRow{"FRA", 220},
    CowRow{"FSM", 987}, CowRow{"GAB", 481}, CowRow{"GBR", 200}, CowRow{"GEO", 372},
    CowRow{"GHA", 452}, CowRow{"GIN", 438}, CowRow{"GMB", 420}, CowRow{"GNB", 404},
    CowRow{"GNQ", 411}, CowRow{"GRC", 350}, CowRow{"GRD", 55},  CowRow{"GTM", 90},
    CowRow{"GUY", 110}, CowRow{"HND", 91},  CowRow{"HRV", 344}, CowRow{"HTI", 41},
    CowRow{"HUN", 310}, CowRow{"IDN", 850}, CowRow{"IND", 750}, CowRow{"IRL", 205},
    CowRow{"IRN", 630}, CowRow{"IRQ", 645}, CowRow{"ISL", 395}, CowRow{"ISR", 666},
    CowRow{"ITA", 325}, CowRow{"JAM", 51},  CowRow{"JOR", 663}, CowRow{"JPN", 740},
    CowRow{"KAZ", 705}, CowRow{"KEN", 501}, CowRow{"KGZ", 703}, CowRow{"KHM", 811},
    CowRow{"KIR", 946}, CowRow{"KNA", 60},  CowRow{"KOR", 732}, CowRow{"KWT", 690},
    CowRow{"LAO", 812}, CowRow{"LBN", 660}, CowRow{"LBR", 450}, CowRow{"LBY", 620},
    CowRow{"LCA", 56},  CowRow{"LIE", 223}, CowRow{"LKA", 780}, CowRow{"LSO", 570},
    CowRow{"LTU", 368}, CowRow{"LUX", 212}, CowRow{"LVA", 367}, CowRow{"MAR", 600},
    CowRow{"MCO", 221}, CowRow{"MDA", 359}, CowRow{"MDG", 580}, CowRow{"MDV", 781},
    CowRow{"MEX", 70},  CowRow{"MHL", 983}, CowRow{"MKD", 343}, CowRow{"MLI", 432},
    CowRow{"MLT", 338}, CowRow{"MMR", 775}, CowRow{"MNE", 341}, CowRow{"MNG", 712},
    CowRow{"MOZ", 541}, CowRow{"MRT", 435}, CowRow{"MUS", 590}, CowRow{"MWI", 553},
    CowRow{"MYS", 820}, CowRow{"NAM", 565}, CowRow{"NER", 436}, CowRow{"NGA", 475},
    CowRow{"NIC", 93},  CowRow{"NLD", 210}, CowRow{"NOR", 385}, CowRow{"NPL", 790},
    CowRow{"NRU", 970}, CowRow{"NZL", 920}, CowRow{"OMN", 698}, CowRow{"PAK", 770},
    CowRow{"PAN", 95},  CowRow{"PER", 135}, CowRow{"PHL", 840}, CowRow{"PLW", 986},
    CowRow{"PNG", 910}, CowRow{"POL", 290}, CowRow{"PRK", 731}, CowRow{"PRT", 235},
    CowRow{"PRY", 150}, CowRow{"QAT", 694}, CowRow{"ROU", 360}, CowRow{"RUS", 365},
    CowRow{"RWA", 517}, CowRow{"SAU", 670}, CowRow{"SDN", 625}, CowRow{"SEN", 433},
    CowRow{"SGP", 830}, CowRow{"SLB", 940}, CowRow{"SLE", 451}, CowRow{"SLV", 92},
    CowRow{"SMR", 331}, CowRow{"SOM", 520}, CowRow{"SRB", 345}, CowRow{"SSD", 626},
    CowRow{"STP", 403}, CowRow{"SUR", 115}, CowRow{"SVK", 317}, CowRow{"SVN", 349},
    CowRow{"SWE", 380}, CowRow{"SWZ", 572}, CowRow{"SYC", 591}, CowRow{"SYR", 652},
    CowRow{"TCD", 483}, CowRow{"TGO", 461}, CowRow{"THA", 800}, CowRow{"TJK", 702},
    CowRow{"TKM", 701}, CowRow{"TLS", 860}, CowRow{"TON", 955}, CowRow{"TTO", 52},
    CowRow{"TUN", 616}, CowRow{"TUR", 640}, CowRow{"TUV", 947}, CowRow{"TWN", 713},
    CowRow{"TZA", 510}, CowRow{"UGA", 500}, CowRow{"UKR", 369}, CowRow{"URY", 165},
    CowRow{"USA", 2},   CowRow{"UZB", 704}, CowRow{"VCT", 57},  CowRow{"VEN", 101},
    CowRow{"VNM", 816}, CowRow{"VUT", 935}, CowRow{"WSM", 990}, CowRow{"XKX", 347},
    CowRow{"YEM", 679}, CowRow{"ZAF", 560}, CowRow{"ZMB", 551}, CowRow{"ZWE", 552},
};

static_assert(std::is_sorted(kCow.begin(), kCow.end(),
                             [](const CowRow& a, const CowRow& b) { return a.iso3 < b.iso3; }));

} // namespace

std::optional<PloverEvent> plover_event(const Mention& mention)
{
    const CameoEvents& cameo = CameoEvents::builtin();
    if (mention.status == Factuality::planned) {
        const CameoEvent* event = cameo.code_of_plan(mention.category, mention.topics);
        return event == nullptr ? std::nullopt
                                : std::optional{PloverEvent{event->category, {}, event}};
    }
    const CameoEvent* event = mention.status == Factuality::actual
                                  ? cameo.code_of(mention.category, mention.mode, mention.topics)
                                  : nullptr;
    return event == nullptr ? std::nullopt
                            : std::optional{PloverEvent{mention.category, mention.mode, event}};
}

int cow_code(std::string_view iso3) noexcept
{
    const auto* row =
        std::lower_bound(kCow.begin(), kCow.end(), iso3,
                         [](const CowRow& one, std::string_view code) { return one.iso3 < code; });
    return row == kCow.end() || row->iso3 != iso3 ? 0 : row->code;
}

} // namespace entente::exporters
