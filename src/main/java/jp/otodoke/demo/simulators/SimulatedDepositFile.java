package jp.otodoke.demo.simulators;

import java.time.LocalDate;
import java.util.List;

/** 振込入金通知, type 01 format A: records of 200 one-byte characters, years of the Japanese era. */
final class SimulatedDepositFile {
    private static final int FIRST_REIWA_YEAR = 2019;
    private static final int NAME_LENGTH = 48;

    record Transfer(long inquiryNo, String remitter, long amount) {}

    private SimulatedDepositFile() {}

    static String of(LocalDate day, List<Transfer> transfers) {
        String date = era(day);
        var file = new StringBuilder();
        file.append(record("1010" + date + date + date + "9999" + "%-15s001%-15s1".formatted("ﾃﾞﾓ", "ﾎﾝﾃﾝ") + "1234567"
                + "ｶ)ｵﾄﾄﾞｹ"));
        for (Transfer transfer : transfers) {
            file.append(record("2%06d%s%s%010d%010d%010d%-48s%-15s%-15s0"
                    .formatted(
                            transfer.inquiryNo(),
                            date,
                            date,
                            transfer.amount(),
                            0,
                            0,
                            cut(transfer.remitter()),
                            "ﾃﾞﾓ",
                            "ｼﾃﾝ")));
        }
        long total = transfers.stream().mapToLong(Transfer::amount).sum();
        file.append(record("8%06d%012d%06d%012d".formatted(transfers.size(), total, 0, 0)));
        file.append(record("9"));
        return file.toString();
    }

    private static String era(LocalDate day) {
        return "%02d%02d%02d".formatted(day.getYear() - FIRST_REIWA_YEAR + 1, day.getMonthValue(), day.getDayOfMonth());
    }

    private static String cut(String name) {
        return name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name;
    }

    private static String record(String text) {
        return "%-200s\r\n".formatted(text);
    }
}
