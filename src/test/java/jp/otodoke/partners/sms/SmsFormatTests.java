package jp.otodoke.partners.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.OutboxRow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Files of short messages. */
@UnitTest
class SmsFormatTests {
    private static final Charset CP932 = Charset.forName("windows-31j");

    @Test
    void eachMessageIsARow() {
        var file = new SmsFormat()
                .build(List.of(
                        row("sms:dunning:1", "09012345678", "代金 3,300円のお支払いをお願いします。"),
                        row("sms:dunning:2", "08000000000", "x")));

        assertThat(new String(file.content(), CP932).split("\r\n"))
                .containsExactly(
                        "message_id,phone,text",
                        "sms:dunning:1,09012345678,\"代金 3,300円のお支払いをお願いします。\"",
                        "sms:dunning:2,08000000000,x");
        assertThat(file.records()).isEqualTo(2);
        assertThat(file.references()).containsExactly("F00000001");
    }

    @Property(tries = 200)
    void whateverTheTextThereIsOneRowForEachMessage(
            @ForAll @StringLength(max = 70) String text, @ForAll @NumericChars @StringLength(11) String phone) {
        var file = new SmsFormat().build(List.of(row("k", phone, text)));

        assertThat(file.records()).isEqualTo(1);
        assertThat(new String(file.content(), CP932)).startsWith("message_id,phone,text\r\nk," + phone + ",");
    }

    private static OutboxRow row(String key, String phone, String text) {
        return new OutboxRow(
                1,
                SmsPartner.CODE,
                SmsFormat.TYPE,
                key,
                "F00000001",
                Map.of(SmsFormat.PHONE, phone, SmsFormat.TEXT, text),
                0);
    }
}
