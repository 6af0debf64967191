package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The slices of running waves. Whoever works on one keeps it locked, and moves it on in the same transaction. */
@Component
class WaveSlices {
    private static final String RUNNING =
            """
            select s.wave, s.slice, s.cursor, s.to_customer, w.ship_date, w.warehouse, w.carrier
              from ship_wave_slice s join ship_wave w on w.id = s.wave
             where s.state = 'RUNNING'
            """;

    private final JdbcClient jdbc;

    WaveSlices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last the last customer of each */
    void add(long wave, List<CustomerNumber> last) {
        jdbc.sql(
                        """
                        insert into ship_wave_slice (wave, slice, to_customer, cursor)
                        select :wave, s.slice, s.last, coalesce(lag(s.last) over (order by s.slice), '')
                          from unnest(:last::text[]) with ordinality s(last, slice)
                        """)
                .param("wave", wave)
                .param("last", last.stream().map(CustomerNumber::value).toArray(String[]::new))
                .update();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from ship_wave_slice where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    /** A slice that nobody works on. */
    Optional<Slice> take() {
        return jdbc.sql(RUNNING + " order by s.wave, s.slice limit 1 for update of s skip locked")
                .query(Slice.class)
                .optional();
    }

    /** Empty if it was finished or stopped meanwhile. */
    Optional<Slice> lock(Slice slice) {
        return jdbc.sql(RUNNING + " and s.wave = :wave and s.slice = :slice for update of s")
                .param("wave", slice.wave())
                .param("slice", slice.slice())
                .query(Slice.class)
                .optional();
    }

    void count(Slice slice, ReleaseWave.Result result) {
        jdbc.sql(
                        """
                        update ship_wave_slice set released = released + :released, shipments = shipments + :shipments,
                               passed_over = passed_over + :passedOver where wave = :wave and slice = :slice
                        """)
                .param("wave", slice.wave())
                .param("slice", slice.slice())
                .param("released", result.released())
                .param("shipments", result.shipments())
                .param("passedOver", result.passedOver())
                .update();
    }

    void failed(Slice slice) {
        update(slice, "failed = failed + 1", null);
    }

    void moveTo(Slice slice, CustomerNumber last) {
        update(slice, "cursor = :value", last.value());
    }

    void done(Slice slice) {
        update(slice, "state = 'DONE'", null);
    }

    private void update(Slice slice, String change, @Nullable String value) {
        jdbc.sql("update ship_wave_slice set " + change + " where wave = :wave and slice = :slice")
                .param("wave", slice.wave())
                .param("slice", slice.slice())
                .param("value", value)
                .update();
    }

    record Slice(
            long wave,
            int slice,
            String cursor,
            String toCustomer,
            LocalDate shipDate,
            @Nullable String warehouse,
            @Nullable String carrier) {
        DueOrders.Range customers() {
            return new DueOrders.Range(cursor, toCustomer);
        }

        WaveScope scope() {
            return new WaveScope(warehouse, carrier);
        }
    }
}
