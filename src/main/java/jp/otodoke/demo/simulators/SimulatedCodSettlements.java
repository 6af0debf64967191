package jp.otodoke.demo.simulators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The carrier's account of the cash that it collected: what it delivered since the last one, less its fee. */
@Component("simulatedCodSettlements")
@Simulated
public class SimulatedCodSettlements {
    private static final String FILE = "COD";

    /** @param parcels of which the file tells; without any there is no file */
    public record Settlement(int parcels, long amount, long fee) {}

    private record Collected(String carrier, String trackingNo, long codAmount, Instant deliveredAt) {
        /** As carriers' price lists have it, in steps and with tax. */
        long fee() {
            if (codAmount <= 10_000) {
                return 330;
            }
            if (codAmount <= 30_000) {
                return 440;
            }
            return codAmount <= 100_000 ? 660 : 1_100;
        }

        LocalDate paidOn() {
            return LocalDate.ofInstant(deliveredAt, BusinessClock.TOKYO);
        }
    }

    private final JdbcClient jdbc;
    private final AnswerFiles answers;

    SimulatedCodSettlements(JdbcClient jdbc, AnswerFiles answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** Each parcel is told of once. */
    @Transactional
    public Settlement settle() {
        var collected = collected();
        if (!collected.isEmpty()) {
            var file = new CsvLines("carrier,tracking_no,result,amount,fee,paid_on");
            collected.forEach(
                    one -> file.add(one.carrier(), one.trackingNo(), "PAID", one.codAmount(), one.fee(), one.paidOn()));
            answers.put(SimulatedPartner.CARRIER, FILE, file.text(), false);
        }
        return new Settlement(
                collected.size(),
                collected.stream().mapToLong(Collected::codAmount).sum(),
                collected.stream().mapToLong(Collected::fee).sum());
    }

    private List<Collected> collected() {
        return jdbc.sql(
                        """
                        with told as (
                            update sim_parcel set settled = true
                             where cod_amount > 0 and delivered_at is not null and not settled
                            returning carrier, tracking_no, cod_amount, delivered_at)
                        select * from told order by delivered_at, tracking_no
                        """)
                .query((row, n) -> new Collected(
                        row.getString("carrier"),
                        row.getString("tracking_no"),
                        row.getLong("cod_amount"),
                        row.getTimestamp("delivered_at").toInstant()))
                .list();
    }
}
