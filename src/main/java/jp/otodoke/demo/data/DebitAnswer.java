package jp.otodoke.demo.data;

import java.nio.charset.StandardCharsets;

/** The result file of an agency: its request, with a code in each record and the sums of both kinds at the end. */
final class DebitAnswer {
    private static final int LENGTH = 120;
    private static final int AMOUNT = 80;
    private static final int CODE = 111;
    private static final int SUMS = 19;
    private static final char DATA = '2';
    private static final char TRAILER = '8';

    private DebitAnswer() {}

    /**
     * @param request without line ends, one byte to a character
     * @param codes one for each data record
     */
    static byte[] to(byte[] request, String codes) {
        var file = new StringBuilder(new String(request, StandardCharsets.ISO_8859_1));
        int records = 0;
        int paid = 0;
        long paidSum = 0;
        long failedSum = 0;
        for (int at = 0; at < file.length(); at += LENGTH) {
            if (file.charAt(at) == DATA) {
                long amount = Long.parseLong(file.substring(at + AMOUNT, at + AMOUNT + 10));
                char code = codes.charAt(records++);
                file.setCharAt(at + CODE, code);
                paid += code == '0' ? 1 : 0;
                paidSum += code == '0' ? amount : 0;
                failedSum += code == '0' ? 0 : amount;
            } else if (file.charAt(at) == TRAILER) {
                var sums = "%06d%012d%06d%012d".formatted(paid, paidSum, records - paid, failedSum);
                file.replace(at + SUMS, at + SUMS + sums.length(), sums);
            }
        }
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
