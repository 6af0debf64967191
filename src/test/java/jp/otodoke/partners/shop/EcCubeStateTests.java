package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.platform.files.FileContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shops rename the states of EC-CUBE, and choose whether a file has their numbers. */
@UnitTest
class EcCubeStateTests {
    @ParameterizedTest
    @CsvSource({
        "'', 新規受付, OPEN",
        "'', 対応中, OPEN",
        "'', 入金待ち, OPEN",
        "'', 未入金, OPEN",
        "'', 一部入金済み, OPEN",
        "'', 発送準備中, OPEN",
        "'', 入金済み, PAID",
        "'', 入金確認済, PAID",
        "'', 決済完了, PAID",
        "6, お支払い確認, PAID",
        "'', 発送済み, SHIPPED",
        "'', 出荷完了, SHIPPED",
        "'', お届け済み, SHIPPED",
        "5, 完了, SHIPPED",
        "'', 注文取消し, CANCELLED",
        "'', 注文取り消し, CANCELLED",
        "'', キャンセル済み, CANCELLED",
        "'', Cancelled, CANCELLED",
        "3, お取りやめ, CANCELLED",
        "'', 返品, RETURNED",
        "'', 返品処理済み, RETURNED",
        "9, '', RETURNED",
        "'', 決済処理中, UNFINISHED",
        "8, '', UNFINISHED"
    })
    void aStateIsKnownByItsNumberOrByItsName(String id, String name, EcCubeState state) {
        var file = ShopFiles.ecCube().row("対応状況(ID)=" + id, "対応状況(名称)=" + name);

        var order =
                OrderFile.read(new EcCubeOrders(), FileContent.of(file.utf8())).get(0);

        assertThat(EcCubeState.of(order.rows().get(0))).isEqualTo(state);
    }
}
