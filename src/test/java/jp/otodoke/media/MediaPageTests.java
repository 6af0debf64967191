package jp.otodoke.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OtodokeTest
class MediaPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Media media;

    @Test
    void aMediumIsFoundByItsCodeAndByTheNumberDialled() {
        assertThat(save("mp-01", "朝の番組", "0120-555-001")).hasStatus3xxRedirection();

        assertThat(media.find("ＭＰ－０１")).map(Medium::name).contains("朝の番組");
        assertThat(media.find("０１２０（５５５）００１")).map(Medium::code).contains("MP-01");
        assertThat(media.find("0120555009")).isEmpty();
        assertThat(mvc.get().uri("/media").with(user("marketing").authorities(rights())))
                .bodyText()
                .contains("朝の番組")
                .doesNotContain("??");
    }

    @Test
    void oneNumberBelongsToOneMedium() {
        save("mp-02", "夜の番組", "0120555002");

        assertThat(save("mp-03", "昼の番組", "0120555002")).hasStatusOk().bodyText().contains("ほかの媒体で使われています", "昼の番組");
        assertThat(media.find("mp-03")).isEmpty();
    }

    private MvcTestResult save(String code, String name, String dialled) {
        return mvc.post()
                .uri("/media")
                .param("code", code)
                .param("name", name)
                .param("dialled", dialled)
                .param("active", "true")
                .with(user("marketing").authorities(rights()))
                .with(csrf())
                .exchange();
    }

    private static List<GrantedAuthority> rights() {
        return AuthorityUtils.createAuthorityList("ROLE_MARKETING", "VIEW", "MARKETING_EDIT");
    }
}
