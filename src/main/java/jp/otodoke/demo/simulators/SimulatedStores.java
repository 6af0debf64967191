package jp.otodoke.demo.simulators;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.SlipNumber;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers who pay slips at a store when they are told to, and the agency that reports it; nobody pays one by himself. */
@Component("simulatedStores")
@Simulated
public class SimulatedStores {
    private static final String FILE = "CVS";
    private static final String HEADER =
            "種別,収納日,収納時刻,バーコード情報,ユーザー使用欄１,ユーザー使用欄２,印紙フラグ,金額," + "コンビニ本部コード,コンビニ名,コンビニ店舗コード,振込日,データ作成日";
    /** Where the bar code says whether a revenue stamp is due. */
    private static final int STAMP = 36;

    private static final int DAYS_TO_TRANSFER = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** What the agency reports about a payment. */
    public enum Report {
        PRELIMINARY("01"),
        FINAL("02"),
        WITHDRAWN("03");

        private final String code;

        Report(String code) {
            this.code = code;
        }
    }

    /** @param reports in the order in which they come, each as a file */
    public record Paid(String slip, String receivable, long amount, List<Report> reports) {}

    private final PaymentSlips slips;
    private final AnswerFiles answers;
    private final BusinessClock clock;

    SimulatedStores(PaymentSlips slips, AnswerFiles answers, BusinessClock clock) {
        this.slips = slips;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Pays now what the slip asks for.
     *
     * @param named number of the slip, or of the order or receivable whose current slip is paid
     * @throws Refusal if there is no such slip (not found)
     */
    @Transactional
    public Paid pay(String named, List<Report> reports) {
        var slip = find(named);
        reports.forEach(report -> report(slip, report));
        return new Paid(
                slip.number().value(), slip.receivable().value(), slip.amount().amount(), reports);
    }

    private PaymentSlip find(String named) {
        var found =
                named.matches("[0-9]{17}") ? slips.find(SlipNumber.of(named)) : slips.toPay(ReceivableNumber.of(named));
        return found.orElseThrow(() -> Refusal.notFound("demo.refused.slip", named));
    }

    private void report(PaymentSlip slip, Report report) {
        var now = clock.instant().atZone(BusinessClock.TOKYO);
        var today = DAY.format(now);
        var file = new CsvLines(HEADER);
        file.add(
                report.code,
                today,
                MINUTE.format(now),
                slip.barcode(),
                "",
                "",
                slip.barcode().charAt(STAMP),
                slip.amount().amount(),
                "0101",
                "デモマート",
                "000123",
                report == Report.FINAL ? DAY.format(now.plusDays(DAYS_TO_TRANSFER)) : "",
                today);
        answers.put(SimulatedPartner.AGENCY, FILE, file.text(), false);
    }
}
