package jp.otodoke.partners.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.payments.DeferredSettlement;
import jp.otodoke.payments.RecordDeferredSettlement;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class DeferredSettlementFormatTests {
    private static final String HEADER = "transaction_id,order_no,amount,fee,paid_on\r\n";
    private static final String GOOD = "18000000001,S00000012,5980,179,2026-12-20\r\n";

    @Test
    void readsWhatWasPaidOut() {
        assertThat(records(HEADER + GOOD + "18000000001,S00000012,-2990,0,2027-01-20\r\n"))
                .extracting(FileRecord::value)
                .containsExactly(
                        settlement(5980, 179, LocalDate.of(2026, 12, 20)),
                        settlement(-2990, 0, LocalDate.of(2027, 1, 20)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18000000001,S00000012,5980,179,2026-13-01| paid_on| 32",
                "18000000001,S00000012,5980,-1,2026-12-20| fee| 28",
                "18000000001,S00000012,5980.5,179,2026-12-20| amount| 23",
                "18000000001,,5980,179,2026-12-20| order_no| 13",
                ",S00000012,5980,179,2026-12-20| transaction_id| 1",
                "18000000001,S00000012,5980,179,| paid_on| 32"
            })
    void namesColumnAndByteOfAMistake(String row, String field, int position) {
        assertThat(records(HEADER + row + "\r\n")).singleElement().satisfies(record -> assertThat(record.mistakes())
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.line()).isEqualTo(2);
                    assertThat(mistake.field()).isEqualTo(field);
                    assertThat(mistake.position()).isEqualTo(position);
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b,c", "transaction_id,order_no,amount,fee", "transaction_id,order_no,amount,fee,paid_on;1,2,3"})
    void aFileOfAnotherShapeIsRefusedAsAWhole(String text) {
        assertThatThrownBy(() -> records(text.replace(";", "\r\n") + "\r\n")).isInstanceOf(FileRefused.class);
    }

    @Test
    void aFileThatIsCutOffIsRefusedAsAWhole() {
        assertThatThrownBy(() -> records(HEADER + GOOD + GOOD.substring(0, 20))).isInstanceOf(FileRefused.class);
    }

    @Property(tries = 300)
    void anyBytesAreRefusedOrRead(@ForAll @Size(max = 200) byte[] bytes) {
        refusedOrRead(bytes);
    }

    @Property(tries = 500)
    void aDamagedFileIsRefusedOrItsRowsAreRead(
            @ForAll @IntRange(max = 400) int place, @ForAll byte damage, @ForAll @IntRange(max = 2) int cut) {
        var bytes = (HEADER + GOOD + GOOD + GOOD).getBytes(Charset.forName("windows-31j"));
        bytes[place % bytes.length] = damage;

        refusedOrRead(cut == 0 ? Arrays.copyOf(bytes, place % bytes.length) : bytes);
    }

    private static void refusedOrRead(byte[] bytes) {
        try {
            assertThat(records(bytes)).allSatisfy(record -> assertThat(record.value() == null)
                    .isEqualTo(!record.mistakes().isEmpty()));
        } catch (FileRefused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static List<FileRecord<DeferredSettlement>> records(String text) {
        return records(text.getBytes(Charset.forName("windows-31j")));
    }

    private static List<FileRecord<DeferredSettlement>> records(byte[] bytes) {
        return new DeferredSettlementFormat(mock(RecordDeferredSettlement.class))
                .read("DEFERRED_1.csv", FileContent.of(bytes));
    }

    private static DeferredSettlement settlement(long amount, long fee, LocalDate day) {
        return new DeferredSettlement("18000000001", OrderNumber.of("S00000012"), Yen.of(amount), Yen.of(fee), day);
    }
}
