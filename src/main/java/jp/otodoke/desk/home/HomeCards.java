package jp.otodoke.desk.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import jp.otodoke.desk.home.HomeFigures.Standing;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats today's figures for the reader's role. */
@Component
class HomeCards {
    private final Formats formats;
    private final MessageSource messages;

    HomeCards(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    List<Shown> of(Predicate<Permission> may, Facts facts, Locale locale) {
        return HomeCard.of(may).stream().map(card -> shown(card, facts, locale)).toList();
    }

    private Shown shown(HomeCard card, Facts facts, Locale locale) {
        var today = facts.today();
        return switch (card) {
            case INBOX ->
                counted(
                        card,
                        facts,
                        facts.inbox().open(),
                        note(card, locale, facts.inbox().late(), facts.inbox().mine()),
                        facts.inbox().late() > 0);
            case INCIDENTS -> counted(card, facts, facts.incidents(), null, facts.incidents() > 0);
            case SALES ->
                shown(
                        card,
                        facts,
                        formats.money(today.amount()),
                        note(card, locale, formats.money(today.weekAmount())),
                        false,
                        today.amount() == 0);
            case ORDERS -> counted(card, facts, today.orders(), formats.money(today.amount()), false);
            case SHIP ->
                shown(
                        card,
                        facts,
                        formats.number(today.shipped()) + " / " + formats.number(today.toShip()),
                        note(card, locale),
                        false,
                        today.toShip() == 0);
            case DELIVER -> counted(card, facts, today.toDeliver(), null, false);
            case TROUBLE -> counted(card, facts, today.troubled(), null, today.troubled() > 0);
            case STOCK_OUT -> {
                var waiting = facts.standing("AWAITING_STOCK");
                yield counted(
                        card,
                        facts,
                        waiting.orders(),
                        note(card, locale, today.shortSkus(), formats.money(waiting.amount())),
                        false);
            }
            case AWAITING_PAYMENT -> {
                var waiting = facts.standing("AWAITING_PAYMENT");
                yield counted(card, facts, waiting.orders(), formats.money(waiting.amount()), false);
            }
            case DEPOSITS -> shown(card, facts, formats.money(today.deposits()), null, false, today.deposits() == 0);
            case UNMATCHED -> counted(card, facts, today.unmatched(), null, false);
            case CUSTOMERS -> counted(card, facts, today.customers(), null, false);
            case WATCH -> counted(card, facts, facts.findings(), null, facts.findings() > 0);
        };
    }

    private Shown counted(HomeCard card, Facts facts, long count, @Nullable String note, boolean late) {
        return shown(card, facts, formats.number(count), note, late, count == 0);
    }

    private static Shown shown(
            HomeCard card, Facts facts, String value, @Nullable String note, boolean late, boolean zero) {
        return new Shown(card.key(), card.path(facts.day()), card.icon(), value, note, late, zero);
    }

    private @Nullable String note(HomeCard card, Locale locale, Object... values) {
        return messages.getMessage(card.key() + ".note", values, locale);
    }

    /** The data that the figures are taken from. */
    record Facts(
            LocalDate day,
            HomeFigures.Today today,
            Map<String, Standing> flow,
            InboxCounts.Figures inbox,
            long incidents,
            long findings) {
        Standing standing(String status) {
            return flow.getOrDefault(status, Standing.NONE);
        }
    }

    /** A figure as shown on the page. */
    record Shown(
            String key, String href, String icon, String value, @Nullable String note, boolean late, boolean zero) {}
}
