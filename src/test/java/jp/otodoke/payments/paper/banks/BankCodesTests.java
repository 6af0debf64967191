package jp.otodoke.payments.paper.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.payments.BankCodes;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The table of bank codes, and accounts whose codes it has or has not. */
@OtodokeTest
@Transactional
class BankCodesTests {
    private static final String HEADER = "bank_code,branch_code,name,kana\n";

    private final RegisterCustomer registerCustomer;
    private final BankCodes codes;
    private final BankCodeUploads uploads;
    private final ImportBankCodes importBankCodes;
    private final RegisterMandate registerMandate;
    private final Mandates mandates;

    @Autowired
    BankCodesTests(
            RegisterCustomer registerCustomer,
            BankCodes codes,
            BankCodeUploads uploads,
            ImportBankCodes importBankCodes,
            RegisterMandate registerMandate,
            Mandates mandates) {
        this.registerCustomer = registerCustomer;
        this.codes = codes;
        this.uploads = uploads;
        this.importBankCodes = importBankCodes;
        this.registerMandate = registerMandate;
        this.mandates = mandates;
    }

    @Test
    void theMainBanksAreKnownFromTheStart() {
        assertThat(codes.names("0001", "").japanese()).isEqualTo("みずほ銀行");
        assertThat(codes.names("9900", "234").japanese()).isEqualTo("ゆうちょ銀行");
        assertThat(codes.names("9998", "001").japanese()).isEqualTo("コード表にない銀行");
        assertThat(codes.size().allBanks()).isFalse();
    }

    @Test
    void anAccountOfAnUnlistedBankIsTakenWithAWarning() {
        var mandate = mandate("9999", "002", "123");

        assertThat(mandate.state()).isEqualTo(Mandate.State.ACTIVE);
        assertThat(mandate.warnings())
                .extracting(text -> text.japanese())
                .singleElement()
                .asString()
                .contains("9999");
    }

    @Test
    void aBranchThatIsNotListedIsAWarningUntilItsBankIsComplete() {
        assertThat(mandate("0001", "002", "123").warnings()).hasSize(1);

        imported("0001,002,丸の内支店,マルノウチ\n", BankCodeScope.BRANCHES);

        var listed = mandate("0001", "002", "123");
        assertThat(listed.warnings()).isEmpty();
        assertThat(listed.branchName()).isEqualTo("丸の内支店");
        assertThat(refused("0001", "003", "123"))
                .extracting(FieldProblem::field)
                .containsExactly("branchCode");
        assertThat(mandate("0005", "003", "123").warnings()).hasSize(1);
    }

    @Test
    void aBankThatIsNotListedIsWrongOnceAllBanksAre() {
        imported("0001,,みずほ銀行,ミズホ\n0001,001,東京営業部,トウキヨウ\n9900,,ゆうちょ銀行,ユウチヨ\n", BankCodeScope.ALL);

        assertThat(codes.size()).isEqualTo(new BankCodes.Size(2, 1, 1, true));
        assertThat(refused("9999", "001", "123"))
                .extracting(FieldProblem::field)
                .containsExactly("bankCode");
        assertThat(refused("0005", "001", "123"))
                .extracting(FieldProblem::field)
                .containsExactly("bankCode");
        assertThat(mandate("9900", "234", "1234567").warnings()).isEmpty();
    }

    @Test
    void thePassbookOfThePostBankBecomesWhatDirectDebitsName() {
        var mandate = mandate("9900", "12340", "12345671");

        assertThat(mandate.branchCode()).isEqualTo("234");
        assertThat(mandate.maskedNumber()).endsWith("567");
        assertThat(refused("9900", "22340", "12345671"))
                .extracting(FieldProblem::field)
                .containsExactly("branchCode");
        assertThat(refused("9900", "12340", "12345672"))
                .extracting(FieldProblem::field)
                .containsExactly("accountNumber");
    }

    @Test
    void anAccountNumberHasUpToSevenDigitsAndIsNotNothing() {
        assertThat(refused("0001", "001", "12345678"))
                .extracting(FieldProblem::field)
                .containsExactly("accountNumber");
        assertThat(refused("0001", "001", "0000"))
                .extracting(FieldProblem::field)
                .containsExactly("accountNumber");
    }

    @Test
    void aFileIsLookedAtBeforeItIsImportedAndImportedOnce() {
        long upload = keep("0001,,みずほ銀行,ミズホギンコウ\n0001,002,丸の内支店,マルノウチ\n", BankCodeScope.PART);

        assertThat(codes.names("0001", "002").japanese()).isEqualTo("みずほ銀行 (コード表にない支店)");
        var preview = uploads.preview(upload);
        assertThat(preview.added()).hasSize(1);
        assertThat(preview.changed()).hasSize(1);
        importBankCodes.apply(upload, "tester");
        assertThat(codes.names("0001", "002").japanese()).isEqualTo("みずほ銀行 丸の内支店");
        assertThatThrownBy(() -> importBankCodes.apply(upload, "tester")).isInstanceOf(Refusal.class);
    }

    @Test
    void aBranchOfABankThatNobodyNamesIsRefused() {
        long upload = keep("9998,002,どこか支店,ドコカ\n", BankCodeScope.PART);

        assertThatThrownBy(() -> importBankCodes.apply(upload, "tester")).isInstanceOf(InvalidInput.class);
    }

    private CustomerNumber customer() {
        return registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, false));
    }

    private void imported(String rows, BankCodeScope scope) {
        importBankCodes.apply(keep(rows, scope), "tester");
    }

    private long keep(String rows, BankCodeScope scope) {
        return uploads.keep("codes.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8), scope, "tester");
    }

    private Mandate mandate(String bank, String branch, String number) {
        var customer = customer();
        return mandates.find(registerMandate.register(
                        new NewMandate(customer.value(), bank, branch, "1", number, "ヤマダ ハナコ"), "tester"))
                .orElseThrow();
    }

    private List<FieldProblem> refused(String bank, String branch, String number) {
        var customer = customer().value();
        return catchThrowableOfType(
                        InvalidInput.class,
                        () -> registerMandate.register(
                                new NewMandate(customer, bank, branch, "1", number, "ヤマダ"), "tester"))
                .problems();
    }
}
