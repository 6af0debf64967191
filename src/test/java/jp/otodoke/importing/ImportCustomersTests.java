package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ImportCustomersTests {
    private static final String HEADER =
            "number,name,kana,phone,email,birth_date,sex,postal_code,prefecture,city,line1,line2,media_code\n";
    private static final String ADDRESS = ",1000001,東京都,千代田区,千代田7-7,,TV-01\n";

    private final ImportCustomers importCustomers;
    private final FindCustomer findCustomer;
    private final RegisterCustomer registerCustomer;

    @Autowired
    ImportCustomersTests(
            ImportCustomers importCustomers, FindCustomer findCustomer, RegisterCustomer registerCustomer) {
        this.importCustomers = importCustomers;
        this.findCustomer = findCustomer;
        this.registerCustomer = registerCustomer;
    }

    @Test
    void takesCustomersUnderTheirNumbers() {
        var result = read("K-1,移行 一郎,いこう いちろう,03-5555-0001,i@example.jp,1970/01/31,男" + ADDRESS);

        assertThat(result.created()).isEqualTo(1);
        assertThat(findCustomer.find(CustomerNumber.of("K-1"))).hasValueSatisfying(card -> {
            assertThat(card.kana()).isEqualTo("イコウ イチロウ");
            assertThat(card.sex()).isEqualTo("MALE");
            assertThat(card.birthDate()).isEqualTo("1970-01-31");
        });
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherUpdates() {
        read("K-2,移行 二郎,,03-5555-0002,,," + ADDRESS);

        assertThat(read("K-2,移行 二郎,,03-5555-0002,,," + ADDRESS).existing()).isEqualTo(1);
        assertThat(read("K-2,移行 二郎,,03-5555-9992,,," + ADDRESS).updated()).isEqualTo(1);
        assertThat(findCustomer.find(CustomerNumber.of("K-2")))
                .map(CustomerSummary::phone)
                .contains("03-5555-9992");
    }

    @Test
    void withoutANumberTheSamePersonIsFound() {
        read(",移行 三郎,,03-5555-0003,,," + ADDRESS);

        assertThat(read(",移行三郎,,0355550003,,," + ADDRESS).existing()).isEqualTo(1);
    }

    @Test
    void badLinesAreNamedByTheirColumns() {
        var result = read("K-4,移行 四郎,,03-5555-0004,,," + ADDRESS
                + "K-5,,,電話,nobody,1970-02-31,CAT,1,江戸,,,,\n"
                + "K-6,,,電話,nobody,,CAT,1,江戸,,,,\n"
                + "K-4,二重,,,,," + ADDRESS);

        assertThat(result.read()).isEqualTo(4);
        assertThat(result.created()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(3);
        assertThat(result.errors())
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactlyInAnyOrder(
                        "3 birth_date",
                        "3 name",
                        "3 phone",
                        "3 email",
                        "3 sex",
                        "3 postal_code",
                        "3 prefecture",
                        "3 city",
                        "4 name",
                        "4 phone",
                        "4 email",
                        "4 sex",
                        "4 postal_code",
                        "4 prefecture",
                        "4 city",
                        "5 number");
    }

    @Test
    void ourNumbersGoOnBehindThoseTakenOver() {
        read("C0500000,移行 六郎,,03-5555-0006,,," + ADDRESS);
        var before = registerCustomer.register(CustomerMother.somebody());
        read("C%07d,移行 七郎,,03-5555-0007,,,"
                        .formatted(Integer.parseInt(before.value().substring(1)) + 1)
                + ADDRESS);

        assertThat(registerCustomer.register(CustomerMother.somebody())).isGreaterThan(CustomerNumber.of("C0500000"));
    }

    private ImportResult read(String lines) {
        return ImportResult.of(importCustomers.take(
                ImportCustomers.NAME, FileContent.of((HEADER + lines).getBytes(StandardCharsets.UTF_8))));
    }
}
