package jp.otodoke.partners.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.platform.csv.Cp932Csv;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds a partner with a small type of file in each direction, for tests of the exchange itself. */
@TestConfiguration(proxyBeanMethods = false)
class PairsSetup {
    static final String OWN_ROUTE = "own-route";

    /** Its partner is closed on Sundays. */
    static final String CALENDAR = "PAIRS";

    @Bean
    PairsFormat pairsFormat(JdbcClient jdbc, TransactionTemplate transaction) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("create table if not exists test_pair (key text not null, value int not null)")
                        .update());
        return new PairsFormat(jdbc);
    }

    @Bean
    Partner pairs(PairsFormat format) {
        return Partner.bySftp(PairsFormat.PARTNER, 80)
                .receiving(List.of(format))
                .sending(List.of(notes(PairsFormat.PARTNER)))
                .expecting(new ExpectedFile(
                        "PAIRS",
                        ExpectedFile.DAILY,
                        LocalTime.of(4, 0),
                        LocalTime.of(5, 0),
                        "",
                        StaffGroup.OPERATIONS,
                        true));
    }

    /** A partner whose file {@code routes/own-route/own-route.camel.yaml} has the route to it. */
    @Bean
    Partner ownRoute() {
        return Partner.bySftp(OWN_ROUTE, 81).sending(List.of(notes(OWN_ROUTE)));
    }

    @Bean
    PartnerCalendar pairsCalendar() {
        return new PartnerCalendar() {
            @Override
            public String code() {
                return CALENDAR;
            }

            @Override
            public Set<LocalDate> closed(LocalDate from, LocalDate to) {
                return from.datesUntil(to.plusDays(1))
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                        .collect(Collectors.toSet());
            }
        };
    }

    private static OutgoingFormat notes(String partner) {
        return new OutgoingFormat() {
            @Override
            public String partner() {
                return partner;
            }

            @Override
            public String type() {
                return "NOTE";
            }

            @Override
            public int batchSize() {
                return 100;
            }

            @Override
            public OutgoingFile build(List<OutboxRow> rows) {
                var csv = new Cp932Csv(List.of("key", "text"));
                rows.forEach(r -> csv.row(r.key(), List.of(r.key(), r.value("text"))));
                return new OutgoingFile(csv.bytes(), rows.size(), Set.of(), csv.notes());
            }
        };
    }
}
