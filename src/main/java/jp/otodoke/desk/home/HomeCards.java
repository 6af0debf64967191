package jp.otodoke.desk.home;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures that the modules contribute, limited to the reader's permissions. */
@Component
class HomeCards {
    private final List<HomeCardSource> sources;

    HomeCards(List<HomeCardSource> sources) {
        this.sources = sources;
    }

    @Transactional(readOnly = true)
    List<Shown> of(Predicate<String> may, Locale locale) {
        return cards(may).map(card -> shown(card, locale)).toList();
    }

    List<String> names(Predicate<String> may) {
        return cards(may).map(HomeCard::name).toList();
    }

    private Stream<HomeCard> cards(Predicate<String> may) {
        return sources.stream()
                .flatMap(source -> source.cards().stream())
                .filter(card -> card.forWork().stream().anyMatch(may))
                .sorted(Comparator.comparing(HomeCard::place));
    }

    private Shown shown(HomeCard card, Locale locale) {
        var key = "home.card." + card.name();
        var figure = card.figure().get();
        var values = figure.noteValues();
        var note = values == null
                ? figure.note()
                : BilingualText.of(key + ".note", values.toArray()).in(locale);
        return new Shown(key, figure.href(), card.icon(), figure.value(), note, figure.late(), figure.zero());
    }

    /** A figure as shown on the page. */
    record Shown(
            String key, String href, String icon, String value, @Nullable String note, boolean late, boolean zero) {}
}
