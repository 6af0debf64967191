package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.platform.files.FileContent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A table of postal codes goes through the same intake as every other upload. */
@OtodokeTest
@Transactional
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_MANAGER", "VIEW", "IMPORTS", "PRODUCTS_EDIT", "STOCK_EDIT", "CUSTOMERS_EDIT", "OPERATIONS"
        })
class ImportPostalCodesTests {
    private final MockMvcTester web;
    private final ImportPostalCodes importPostalCodes;
    private final PostalCodes postalCodes;
    private final JdbcClient jdbc;

    @Autowired
    ImportPostalCodesTests(
            MockMvcTester web, ImportPostalCodes importPostalCodes, PostalCodes postalCodes, JdbcClient jdbc) {
        this.web = web;
        this.importPostalCodes = importPostalCodes;
        this.postalCodes = postalCodes;
        this.jdbc = jdbc;
    }

    @Test
    void theApiAnswersWithLinesAreasAndTheTableNow() throws IOException {
        assertThat(web.post()
                        .multipart()
                        .uri("/api/v1/imports/postal-codes")
                        .file(new MockMultipartFile("file", "KEN_ALL.CSV", "text/csv", sample())))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"read\": 10, \"areas\": 9, \"source\": \"KEN_ALL.CSV\"}");
        assertThat(postalCodes.find("0000003")).hasSize(3);
    }

    @Test
    void itIsStoredRawAndBookedCityByCity() throws IOException {
        importPostalCodes.take("KEN_ALL.CSV", FileContent.of(sample()));

        var stored = jdbc.sql(
                        """
                        select type, state, record_count, next_record, updated_count, content from partner_message
                         where uploaded and file_name = 'KEN_ALL.CSV' order by id desc limit 1""")
                .query()
                .singleRow();
        assertThat(stored)
                .containsEntry("type", "POSTAL_CODES")
                .containsEntry("state", "DONE")
                .containsEntry("record_count", 2)
                .containsEntry("next_record", 2)
                .containsEntry("updated_count", 2)
                .containsEntry("content", sample());
    }

    @Test
    void whatIsRefusedIsStoredWithItsReason() {
        assertThat(web.post()
                        .uri("/api/v1/imports/postal-codes")
                        .contentType("text/csv")
                        .content("no,such,file\n"))
                .hasStatus(422);

        assertThat(jdbc.sql("select state from partner_message where type = 'POSTAL_CODES' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED");
    }

    private static byte[] sample() throws IOException {
        try (var file = ImportPostalCodesTests.class.getResourceAsStream("/postal/KEN_ALL_pitfalls.csv")) {
            return file.readAllBytes();
        }
    }
}
