package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ImportDepositsTests {
    @Autowired
    private ImportDeposits importDeposits;

    @Autowired
    private Intake intake;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theDayAfter() {
        clock.set("2026-11-27T16:00:00+09:00");
    }

    @Test
    void booksEachTransferOnce() {
        var file = ZenginText.file()
                .transfer("081127", 71_001, "ﾃｽﾄ ｲﾁﾛｳ")
                .transfer("081127", 71_002, "ﾃｽﾄ ｼﾞﾛｳ")
                .trailer()
                .end()
                .crlf();

        var first = PaymentImportReport.of(importDeposits.take("zengin-01", "furikomi.txt", FileContent.of(file)));
        var second = PaymentImportReport.of(importDeposits.take("zengin-01", "furikomi.txt", FileContent.of(file)));

        assertThat(first).extracting("read", "created", "existing", "rejected").containsExactly(2, 2, 0, 0);
        assertThat(second).extracting("read", "created", "existing", "rejected").containsExactly(2, 0, 2, 0);
    }

    @Test
    void theSameTransferOfBothFormatsIsBookedOnce() {
        var notice = ZenginText.file()
                .transfer("081127", 75_001, "ﾃｽﾄ ﾛｸﾛｳ")
                .transfer("081127", 75_001, "ﾃｽﾄ ﾛｸﾛｳ")
                .trailer()
                .end()
                .crlf();
        var statement = ZenginText.statement()
                .movement("081127", 1, 75_001, "ﾃｽﾄ ﾛｸﾛｳ")
                .movement("081127", 2, 75_001, "ﾃｽﾄ ﾛｸﾛｳ")
                .movement("081127", 3, 75_003, "ﾃｽﾄ ﾅﾅｺ")
                .statementTrailer()
                .end()
                .crlf();

        importDeposits.take("zengin-01", "furikomi4.txt", FileContent.of(notice));
        var second = PaymentImportReport.of(importDeposits.take("zengin-03", "meisai4.txt", FileContent.of(statement)));

        assertThat(second).extracting("read", "created", "existing").containsExactly(3, 1, 2);
        assertThat(booked(75_001)).isEqualTo(2);
    }

    @Test
    void rejectsAnUnusableRowAndNotifiesAccounting() {
        var file = ZenginText.file()
                .transfer("081127", 72_001, "ﾃｽﾄ ﾊﾅｺ")
                .transfer("081399", 72_002, "ﾃｽﾄ ﾖｼｺ")
                .trailer()
                .end()
                .crlf();

        var report = PaymentImportReport.of(importDeposits.take("zengin-01", "furikomi2.txt", FileContent.of(file)));

        assertThat(report).extracting("read", "created", "rejected").containsExactly(2, 1, 1);
        assertThat(report.errors().get(0).record()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from task where type = 'bank-row-rejected' and reason like '%ﾖｼｺ%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAFileWhoseTotalsAreWrongAndBooksNothing() {
        var file = ZenginText.file()
                .transfer("081127", 73_001, "ﾃｽﾄ ｻﾌﾞﾛｳ")
                .trailer(1, 73_000)
                .end()
                .crlf();

        assertThatThrownBy(() ->
                        PaymentImportReport.of(importDeposits.take("zengin-01", "furikomi3.txt", FileContent.of(file))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                refused.problems().get(0).message())
                        .contains("振込合計金額", "73000", "73001"));
        assertThat(booked(73_001)).isZero();
    }

    @Test
    void aRefusedFileTellsRecordAndByteOfEachMistake() {
        var file = ZenginText.file()
                .transfer("081127", 73_011, "ﾃｽﾄ ｻﾌﾞﾛｳ")
                .trailer(1, 73_000)
                .end()
                .crlf();

        assertThat(upload(file))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].record", record -> assertThat(record).isEqualTo(3))
                .hasPathSatisfying(
                        "$.errors[0].position", position -> assertThat(position).isEqualTo(8))
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("振込合計金額"))
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("mismatch"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        message -> assertThat(message).asString().contains("73000"));
    }

    @Test
    void whatAFileHasMatchedByItselfIsABatchOfItsOwn() {
        var nothing = ZenginText.file()
                .transfer("081127", 73_021, "ﾀﾞﾚﾃﾞﾓ ﾅｲ")
                .trailer()
                .end()
                .crlf();

        assertThat(upload(nothing))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.created", created -> assertThat(created).isEqualTo(1))
                .hasPathSatisfying("$.batch", batch -> assertThat(batch).isNull());
    }

    private MvcTestResult upload(byte[] file) {
        return mvc.post()
                .uri("/api/v1/deposits/imports?format=zengin-01")
                .multipart()
                .file(new MockMultipartFile("file", "furikomi.txt", "text/plain", file))
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }

    @Test
    void takesDepositFilesOutOfTheBanksFolder() {
        var file = ZenginText.file()
                .transfer("081127", 74_001, "ﾃｽﾄ ｼﾛｳ")
                .trailer()
                .end();

        var taken = intake.take("bank", "FURIKOMI.DAT", FileContent.of(file.unbroken()), true);
        intake.take("bank", "FURIKOMI-AGAIN.DAT", FileContent.of(file.crlf()), true);
        var refused = intake.take(
                "bank",
                "FURIKOMI2.DAT",
                FileContent.of(ZenginText.file()
                        .transfer("081127", 74_002, "ﾃｽﾄ")
                        .trailer(9, 9)
                        .end()
                        .crlf()),
                true);

        assertThat(taken.state()).hasToString("BOOKED");
        assertThat(booked(74_001)).isEqualTo(1);
        assertThat(refused.reason()).contains("振込合計件数");
    }

    private int booked(long amount) {
        return jdbc.sql("select count(*) from deposit where amount = :amount")
                .param("amount", amount)
                .query(Integer.class)
                .single();
    }
}
