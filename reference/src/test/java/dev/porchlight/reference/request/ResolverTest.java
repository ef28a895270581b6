package dev.porchlight.reference.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.FlawedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
    @Test
    void theNearestVariableWinsAndTheEnvironmentBeforeAll() {
        String collection = """
                {"variable":[{"key":"a","value":"outer"},{"key":"b","value":"outer"},{"key":"c","value":"outer"}],
                "item":[{"variable":[{"key":"a","value":"folder"},{"key":"c","value":"folder"}],
                "item":[{"request":"http://h/{{a}}/{{b}}/{{c}}/{{d}}"}]}]}""";

        assertThat(resolved(collection, Map.of("c", "env")).url()).isEqualTo("http://h/folder/outer/env/%7B%7Bd%7D%7D");
    }

    @Test
    void aVariableWithoutAValueStaysVisibleAndIsToFillIn() {
        ResolvedRequest request = resolved("""
                {"variable":[{"key":"a","value":""}],"item":[{"request":{"url":"http://h/:id/{{a}}?q={{b}}"}}]}""");

        assertThat(request.url()).isEqualTo("http://h/:id/%7B%7Ba%7D%7D?q={{b}}");
        assertThat(request.toFillIn()).containsExactlyInAnyOrder(":id", "{{a}}", "{{b}}");
    }

    @Test
    void variablesThatNeedThemselvesStay() {
        assertThat(resolved("""
                {"variable":[{"key":"a","value":"{{b}}"},{"key":"b","value":"x{{a}}"}],"item":[{"request":"http://h/?{{a}}"}]}""").url()).isEqualTo("http://h/?x{{a}}");
    }

    @Test
    void variablesThatGrowWithoutEndAreRefused() {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            variables.append("{\"key\":\"v%d\",\"value\":\"{{v%d}}{{v%d}}\"},".formatted(i, i + 1, i + 1));
        }
        String collection = "{\"variable\":[" + variables
                + "{\"key\":\"v40\",\"value\":\"lots\"}],\"item\":[{\"request\":" + "\"http://h/{{v0}}\"}]}";

        assertThatThrownBy(() -> resolved(collection))
                .isInstanceOf(FlawedException.class)
                .hasMessageContaining("$.item[0].request: variables that take more than 10,000");
    }

    @Test
    void authenticationIsInheritedUntilSomebodyHasTheirOwn() {
        String auth = "\"auth\":{\"type\":\"bearer\",\"bearer\":{\"token\":\"t\"}},";

        assertThat(resolved("{" + auth + "\"item\":[{\"request\":\"http://h\"}]}")
                        .header("Authorization"))
                .hasValue("Bearer <access_token>");
        assertThat(resolved("{" + auth
                                + "\"item\":[{\"auth\":{\"type\":\"noauth\"},\"item\":[{\"request\":\"http://h\"}]}]}")
                        .header("Authorization"))
                .isEmpty();
        assertThat(resolved("{" + auth + "\"item\":[{\"request\":{\"url\":\"http://h\",\"auth\":{\"type\":\"basic\","
                                + "\"basic\":{\"username\":\"u\",\"password\":\"p\"}}}}]}")
                        .basic())
                .hasValue(new Basic("u", "<password>"));
    }

    @Test
    void whatIsDisabledIsNotSent() {
        ResolvedRequest request = resolved("""
                {"item":[{"request":{"method":"post","url":{"host":"h","path":["a"],"query":[{"key":"x","value":"1","disabled":true}]},
                "header":[{"key":"A","value":"1","disabled":true}],"body":{"mode":"urlencoded","urlencoded":
                [{"key":"f","value":"1"},{"key":"g","value":"2","disabled":true}]}}}]}""");

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("http://h/a");
        assertThat(request.headers())
                .containsExactly(new Parameter("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(((Body.Form) request.body()).fields())
                .extracting(Parameter::name)
                .containsExactly("f");
    }

    @Test
    void aSecretThatAVariableHoldsIsHiddenWhereverItStands() {
        ResolvedRequest request = resolved("""
                {"variable":[{"key":"tok","value":"S"}],"auth":{"type":"bearer","bearer":[{"key":"token","value":"{{tok}}"}]},
                "item":[{"request":{"url":"http://h","header":[{"key":"X","value":"a-{{tok}}"}]}}]}""");

        assertThat(request.header("X")).hasValue("a-<access_token>");
    }

    @Test
    void whatCannotBeSentIsRefusedWithItsPath() {
        assertThatThrownBy(() -> resolved("{\"item\":[{\"request\":{\"url\":\"http://h\",\"method\":\"GET /\"}}]}"))
                .hasMessage("$.item[0].request.method: \"GET /\" (expected: a method, such as GET)");
        assertThatThrownBy(
                        () -> resolved(
                                "{\"item\":[{\"request\":{\"url\":\"http://h\",\"header\":[{\"key\":\"A\",\"value\":\"1\\n2\"}]}}]}"))
                .hasMessageStartingWith("$.item[0].request.header[0]: a header that HTTP does not allow");
        assertThatThrownBy(() ->
                        resolved("{\"item\":[{\"request\":{\"url\":\"http://h\",\"method\":\"PUT\",\"body\":\"x\"}}]}"))
                .hasMessageStartingWith("$.item[0].request.body: \"x\" (expected: ");
    }

    private static ResolvedRequest resolved(String json) {
        return resolved(json, Map.of());
    }

    private static ResolvedRequest resolved(String json, Map<String, String> environment) {
        Collection collection = Collection.read(json.getBytes(StandardCharsets.UTF_8));
        return new Resolver(environment).resolve(collection.items().getFirst());
    }
}
