package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class PackingTests {
    @Test
    void theWarehouseReadsEverythingInOneLine() {
        var packing = new Packing(true, "RED_WHITE_BOW", "御歳暮", "山田", "いつも\nありがとう", "割れ物です", "玄関前に置いてください");

        assertThat(packing.instruction())
                .isEqualTo("【倉庫】割れ物です 【送り状】玄関前に置いてください 【包装】あり 【のし】紅白蝶結び 表書き「御歳暮」 名入れ「山田」 【カード】いつも ありがとう");
    }

    @Test
    void aPlainParcelNeedsNoWords() {
        assertThat(Packing.PLAIN.instruction()).isEmpty();
        assertThat(Packing.PLAIN.plain()).isTrue();
    }

    @Test
    void wordsOnTheSlipMakeNoPresent() {
        assertThat(new Packing(false, "", "", "", "", "急ぎ", "置き配").present()).isEqualTo(Packing.PLAIN);
    }
}
