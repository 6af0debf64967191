package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 入出金取引明細: all movements of an account, of which only incoming transfers and their corrections are used. */
@Component
class Zengin03 implements ZenginLayout {
    private static final RecordField BANK = new RecordField("銀行コード", 23, 4);
    private static final RecordField BRANCH = new RecordField("支店コード", 42, 3);
    private static final RecordField ACCOUNT_TYPE = new RecordField("預金種目", 63, 1);
    private static final RecordField ACCOUNT = new RecordField("口座番号", 64, 10);
    private static final RecordField INQUIRY_NO = new RecordField("照会番号", 2, 8);
    private static final RecordField DATE = new RecordField("勘定日", 10, 6);
    private static final RecordField IN_OUT = new RecordField("入払区分", 22, 1);
    private static final RecordField KIND = new RecordField("取引区分", 23, 2);
    private static final RecordField AMOUNT = new RecordField("取引金額", 25, 12);
    private static final RecordField REMITTER_CODE = new RecordField("振込依頼人コード", 72, 10);
    private static final RecordField REMITTER = new RecordField("振込依頼人名", 82, 48);
    private static final RecordField IN_COUNT = new RecordField("入金件数", 2, 6);
    private static final RecordField IN_TOTAL = new RecordField("入金額合計", 8, 13);
    private static final RecordField OUT_COUNT = new RecordField("出金件数", 21, 6);
    private static final RecordField OUT_TOTAL = new RecordField("出金額合計", 27, 13);
    private static final RecordField DATA_COUNT = new RecordField("データ・レコード件数", 55, 7);
    private static final RecordField RECORD_TOTAL = new RecordField("レコード総件数", 2, 10);
    private static final RecordField ACCOUNT_COUNT = new RecordField("口座数", 12, 5);

    private static final String TRANSFER = "11";
    private static final String CORRECTION = "19";
    /** Time deposits have another layout of data records. */
    private static final Set<String> LIQUID = Set.of("1", "2", "4");

    @Override
    public String code() {
        return "zengin-03";
    }

    @Override
    public String businessType() {
        return "03";
    }

    @Override
    public String account(ZenginRecord header) {
        var type = header.text(ACCOUNT_TYPE);
        if (!LIQUID.contains(type)) {
            throw new ZenginRefused(header.number(), ACCOUNT_TYPE, "invalid", "account-type", type);
        }
        return String.join("-", header.text(BANK), header.text(BRANCH), type, header.text(ACCOUNT));
    }

    @Override
    public Optional<BankRow> row(ZenginRecord data, String account, EraDates dates) {
        var digits = data.text(DATE);
        var date = dates.read(digits)
                .orElseThrow(() -> new ZenginRefused(data.number(), DATE, "invalid", "not-a-date", digits));
        long amount = data.number(AMOUNT);
        boolean in = in(data);
        var kind = data.text(KIND);
        boolean transfer = in && kind.equals(TRANSFER);
        boolean takenBack = !in && kind.equals(CORRECTION);
        if (!transfer && !takenBack || amount == 0) {
            return Optional.empty();
        }
        return Optional.of(new BankRow(
                data.number(),
                account,
                date,
                data.text(INQUIRY_NO),
                amount,
                data.text(REMITTER),
                data.text(REMITTER_CODE),
                takenBack));
    }

    private static boolean in(ZenginRecord data) {
        return switch (data.text(IN_OUT)) {
            case "1" -> true;
            case "2" -> false;
            default -> throw new ZenginRefused(data.number(), IN_OUT, "invalid", "in-out", data.text(IN_OUT));
        };
    }

    @Override
    public AccountTotals totals() {
        return new Totals();
    }

    private static final class Totals implements AccountTotals {
        private AmountTotal in = AmountTotal.NONE;
        private AmountTotal out = AmountTotal.NONE;

        @Override
        public void add(ZenginRecord data) {
            if (in(data)) {
                in = in.plus(data.number(AMOUNT));
            } else {
                out = out.plus(data.number(AMOUNT));
            }
        }

        @Override
        public List<ZenginProblem> problems(ZenginRecord trailer) {
            List<ZenginProblem> problems = new ArrayList<>();
            compare(trailer, IN_COUNT, in.count(), problems);
            compare(trailer, IN_TOTAL, in.amount(), problems);
            compare(trailer, OUT_COUNT, out.count(), problems);
            compare(trailer, OUT_TOTAL, out.amount(), problems);
            if (!trailer.text(DATA_COUNT).isEmpty()) {
                compare(trailer, DATA_COUNT, in.count() + out.count(), problems);
            }
            return problems;
        }
    }

    /** Banks may omit these or count without the frame records. */
    @Override
    public List<ZenginProblem> endProblems(ZenginRecord end, int records, int accounts) {
        List<ZenginProblem> problems = new ArrayList<>();
        if (!end.text(ACCOUNT_COUNT).isEmpty() && end.number(ACCOUNT_COUNT) != 0) {
            compare(end, ACCOUNT_COUNT, accounts, problems);
        }
        if (!end.text(RECORD_TOTAL).isEmpty()) {
            long stated = end.number(RECORD_TOTAL);
            long data = records - 2L * accounts - 1;
            if (stated != 0 && stated != records && stated != data && stated != records - 1) {
                compare(end, RECORD_TOTAL, records, problems);
            }
        }
        return problems;
    }

    private static void compare(
            ZenginRecord record, RecordField recordField, long counted, List<ZenginProblem> problems) {
        long stated = record.number(recordField);
        if (stated != counted) {
            problems.add(ZenginProblem.of(
                    record.number(),
                    recordField,
                    "mismatch",
                    "total",
                    String.valueOf(stated),
                    String.valueOf(counted)));
        }
    }
}
