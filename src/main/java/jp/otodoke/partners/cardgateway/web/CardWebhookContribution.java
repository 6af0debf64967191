package jp.otodoke.partners.cardgateway.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import org.springframework.stereotype.Component;

/** The webhook among the paths of the application. */
@Component
class CardWebhookContribution implements PageContribution {
    @Override
    public List<String> signedPosts() {
        return List.of("/api/v1/webhooks/**");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("webhooks", "Signed notices of partners");
    }
}
