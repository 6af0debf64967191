package jp.otodoke.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.otodoke.platform.pages.PageContribution;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of {@code /v3/api-docs} that apply to the whole API: authentication, groups, errors, idempotency. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String ROOT = "/api/v1/";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Otodoke API")
                        .version("v1")
                        .description("Orders, customers, stock, shipments and money of a repeat-mail-order business."
                                + " Dates are ISO 8601, money is whole yen with tax. Lists take page (from 0), size"
                                + " (up to 200) and sort."))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Authorization: Bearer <token>; in a demo demo-token"))
                        .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        var field = new ObjectSchema()
                .addProperty("record", new IntegerSchema().description("in a refused file: the record, from 1"))
                .addProperty("position", new IntegerSchema().description("in a refused file: its byte, from 1"))
                .addProperty("field", new StringSchema().example("lines[0].sku"))
                .addProperty("code", new StringSchema().example("unknown"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("RFC 9457. 400 not JSON or a wrong type, 401 no token, 403 not allowed, 404, 409 the state"
                        + " forbids it, 415, 422 the content is wrong, 429 too many"
                        + " unknown tokens from this address, 500 a fault with a reference number")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field).description("every mistake in the input"))
                .addProperty("reference", new StringSchema().description("of a fault, as it stands in the log"));
    }

    @Bean
    OpenApiCustomizer commonToAll(List<PageContribution> contributions) {
        var about = new HashMap<String, String>();
        contributions.forEach(module -> about.putAll(module.apiGroups()));
        return api -> {
            if (api.getPaths() == null) {
                return;
            }
            var groups = new TreeSet<String>();
            api.getPaths().forEach((path, item) -> {
                var group =
                        path.startsWith(ROOT) ? path.substring(ROOT.length()).split("/")[0] : "other";
                groups.add(group);
                item.readOperationsMap().forEach((method, operation) -> complete(operation, method, group));
            });
            api.setTags(groups.stream().map(group -> tag(group, about)).toList());
        };
    }

    private static void complete(Operation operation, HttpMethod method, String group) {
        operation.setTags(List.of(group));
        if (method == HttpMethod.POST) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .schema(new StringSchema().maxLength(255))
                    .description("The same key and body get the same answer; the same key with another body gets 409"));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused, or a fault")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Tag tag(String group, Map<String, String> about) {
        return new Tag().name(group).description(about.getOrDefault(group, "Calls below " + ROOT + group));
    }
}
