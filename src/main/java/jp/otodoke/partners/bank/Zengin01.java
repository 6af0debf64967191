package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 振込入金通知: each incoming transfer, in format A or, for amounts above ten digits, format B. */
@Component
class Zengin01 implements ZenginLayout {
    private static final RecordField BANK = new RecordField("銀行コード", 23, 4);
    private static final RecordField BRANCH = new RecordField("支店コード", 42, 3);
    private static final RecordField ACCOUNT_TYPE = new RecordField("預金種目", 60, 1);
    private static final RecordField ACCOUNT = new RecordField("口座番号", 61, 7);
    private static final RecordField INQUIRY_NO = new RecordField("照会番号", 2, 6);
    private static final RecordField DATE = new RecordField("勘定日", 8, 6);
    private static final RecordField AMOUNT = new RecordField("金額", 20, 10);
    private static final RecordField REMITTER_CODE = new RecordField("振込依頼人コード", 40, 10);
    private static final RecordField REMITTER = new RecordField("振込依頼人名", 50, 48);
    private static final RecordField CANCEL = new RecordField("取消区分", 128, 1);
    private static final RecordField BOTH_AMOUNTS_B = new RecordField("金額(2)", 129, 24);
    private static final RecordField AMOUNT_B = new RecordField("金額(2)", 129, 12);
    private static final RecordField COUNT = new RecordField("振込合計件数", 2, 6);
    private static final RecordField TOTAL = new RecordField("振込合計金額", 8, 12);
    private static final RecordField CANCEL_COUNT = new RecordField("取消合計件数", 20, 6);
    private static final RecordField CANCEL_TOTAL = new RecordField("取消合計金額", 26, 12);

    @Override
    public String code() {
        return "zengin-01";
    }

    @Override
    public String businessType() {
        return "01";
    }

    @Override
    public String account(ZenginRecord header) {
        return String.join(
                "-", header.text(BANK), header.text(BRANCH), header.text(ACCOUNT_TYPE), header.text(ACCOUNT));
    }

    @Override
    public Optional<BankRow> row(ZenginRecord data, String account, EraDates dates) {
        var digits = data.text(DATE);
        var date = dates.read(digits)
                .orElseThrow(() -> new ZenginRefused(data.number(), DATE, "invalid", "not-a-date", digits));
        long amount = amount(data);
        if (amount == 0) {
            throw new ZenginRefused(data.number(), AMOUNT, "invalid", "no-amount");
        }
        return Optional.of(new BankRow(
                data.number(),
                account,
                date,
                data.text(INQUIRY_NO),
                amount,
                data.text(REMITTER),
                data.text(REMITTER_CODE),
                cancelled(data)));
    }

    /** In format A the bytes of B's second amount contain EDI text and blanks. */
    private static long amount(ZenginRecord data) {
        long amount = data.number(AMOUNT);
        return amount == 0 && data.allDigits(BOTH_AMOUNTS_B) ? data.number(AMOUNT_B) : amount;
    }

    private static boolean cancelled(ZenginRecord data) {
        return data.text(CANCEL).equals("1");
    }

    @Override
    public AccountTotals totals() {
        return new Totals();
    }

    /** Banks differ in whether reversed rows are also counted among the transfers. */
    private static final class Totals implements AccountTotals {
        private AmountTotal all = AmountTotal.NONE;
        private AmountTotal cancelled = AmountTotal.NONE;

        @Override
        public void add(ZenginRecord data) {
            long amount = amount(data);
            all = all.plus(amount);
            cancelled = cancelled(data) ? cancelled.plus(amount) : cancelled;
        }

        @Override
        public List<ZenginProblem> problems(ZenginRecord trailer) {
            var booked = all.minus(cancelled);
            var count = trailer.number(COUNT);
            var total = trailer.number(TOTAL);
            List<ZenginProblem> problems = new ArrayList<>();
            if (count != booked.count() && count != all.count()) {
                problems.add(differs(trailer, COUNT, count, booked.count()));
            }
            if (total != booked.amount() && total != all.amount() && total != booked.amount() - cancelled.amount()) {
                problems.add(differs(trailer, TOTAL, total, booked.amount()));
            }
            if (!trailer.text(CANCEL_COUNT).isEmpty() && cancelled.count() != trailer.number(CANCEL_COUNT)) {
                problems.add(differs(trailer, CANCEL_COUNT, trailer.number(CANCEL_COUNT), cancelled.count()));
            }
            if (!trailer.text(CANCEL_TOTAL).isEmpty() && cancelled.amount() != trailer.number(CANCEL_TOTAL)) {
                problems.add(differs(trailer, CANCEL_TOTAL, trailer.number(CANCEL_TOTAL), cancelled.amount()));
            }
            return problems;
        }
    }

    private static ZenginProblem differs(ZenginRecord trailer, RecordField recordField, long stated, long counted) {
        return ZenginProblem.of(
                trailer.number(), recordField, "mismatch", "total", String.valueOf(stated), String.valueOf(counted));
    }
}
