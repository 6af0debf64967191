package jp.otodoke.partners.cardupdate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The agency's answer to a request: every card works, but for those of which something else is said. */
final class AgencyReply {
    private final String header;
    private final List<String[]> cards = new ArrayList<>();
    private String trailer = "";

    private AgencyReply(String header) {
        this.header = header;
    }

    static AgencyReply to(byte[] request) {
        var lines = new String(request, StandardCharsets.US_ASCII).split("\r\n");
        var reply = new AgencyReply(lines[0]);
        for (int i = 1; i < lines.length - 1; i++) {
            reply.with(Long.parseLong(lines[i].split(",")[1]), "0", "", "");
        }
        return reply;
    }

    static AgencyReply of(long update, String month) {
        return new AgencyReply("H,ARAIGAE," + update + "," + month);
    }

    AgencyReply with(long card, String code, String last4, String expires) {
        cards.removeIf(other -> other[1].equals(String.valueOf(card)));
        cards.add(new String[] {"D", String.valueOf(card), code, last4, expires});
        return this;
    }

    AgencyReply twice(long card) {
        cards.add(new String[] {"D", String.valueOf(card), "0", "", ""});
        return this;
    }

    AgencyReply without(long card) {
        cards.removeIf(other -> other[1].equals(String.valueOf(card)));
        return this;
    }

    AgencyReply ending(String otherTrailer) {
        trailer = otherTrailer;
        return this;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(header);
        cards.forEach(card -> lines.add(String.join(",", card)));
        long usable = cards.stream().filter(card -> card[2].equals("0")).count();
        lines.add(trailer.isEmpty() ? "T," + cards.size() + "," + usable : trailer);
        return lines;
    }

    byte[] bytes() {
        return bytes("\r\n");
    }

    byte[] bytes(String lineEnd) {
        return (String.join(lineEnd, lines()) + lineEnd).getBytes(StandardCharsets.US_ASCII);
    }
}
