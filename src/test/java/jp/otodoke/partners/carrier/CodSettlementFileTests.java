package jp.otodoke.partners.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.fulfilment.CodSettlement;
import jp.otodoke.fulfilment.RecordCodSettlement;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;

/** 代引精算 as carriers write it. */
@UnitTest
class CodSettlementFileTests {
    @Test
    void aRefusedOrLostParcelNeedsNoAmountFeeOrDay() {
        for (var result : List.of("REFUSED", "LOST")) {
            for (var row : List.of(",,", "6550,0,", "-1,,20261201", "0,330,2026-12-01")) {
                assertThat(read(result + "," + row)).satisfies(record -> {
                    assertThat(record.mistakes()).as(row).isEmpty();
                    assertThat(record.get().amount()).isEqualTo(Yen.ZERO);
                });
            }
        }
    }

    @Test
    void theDayIsReadInEveryFormThatCarriersWrite() {
        for (var day : List.of("20261201", "2026-12-01", "2026/12/01")) {
            assertThat(read("PAID,6550,," + day).get().paidOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        }
        assertThat(read("PAID,6550,0,20261301").mistakes()).isNotEmpty();
    }

    @Test
    void whatWasPaidHasAnAmount() {
        assertThat(read("PAID,,0,20261201").mistakes()).hasSize(1);
    }

    private static FileRecord<CodSettlement> read(String row) {
        var file = "carrier,tracking_no,result,amount,fee,paid_on\r\nYAMATO,123456789012," + row + "\r\n";
        return new CodSettlementFormat(mock(RecordCodSettlement.class))
                .read("COD_1.csv", FileContent.of(file.getBytes()))
                .get(0);
    }
}
