package org.definitioncheck.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.definitioncheck.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionProblemsTest {

    @TempDir
    Path temp;

    private Fixture shop;

    @BeforeEach
    void module() {
        shop = Fixture.in(temp).with("shop/module.yaml", "version: 1");
    }

    private void dialog(String properties) {
        shop.with("shop/dialogs/sale.yaml", "form:\n  properties:\n" + properties.indent(4));
    }

    @Test
    void the_fixture_has_none() {
        assertThat(Fixture.library().problems()).isEmpty();
    }

    @Test
    void all_are_listed_when_loading() {
        dialog("a: {$type: textFeld}\nb: {$type: textField, nullSelection: true}");

        assertThatThrownBy(shop::definitions)
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(
                        "/shop/dialogs/sale.yaml:3: $type textFeld is unknown here; known: checkBoxField,")
                .hasMessageContaining("/shop/dialogs/sale.yaml:4: 'nullSelection' is no property of textField; known:");
    }

    @Test
    void a_value_of_the_wrong_kind() {
        dialog(
                """
                a: {$type: textField, required: maybe}
                b: {$type: textField, rows: many}
                c: {$type: textField, label: [x]}
                d: {$type: comboBoxField, filteringMode: SOMETIMES}
                e: {$type: compositeField, properties: none}
                f: {$type: textField, label: 2014-01-12}
                g: {$type: textField, converterClass: com.vaadin.Nothing}
                h:
                i: {$type: textField, label:}
                j: {$type: comboBoxField, filteringMode: contains}
                """);

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:3: 'required' must be true or false, not maybe"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:4: 'rows' must be a whole number, not many"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:5: 'label' must be a text, not a map or a list"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:6: 'filteringMode' must be one of CONTAINS, OFF"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:7: 'properties' must be a list"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:8: 'label' must be a text, not a date"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:9: 'converterClass': the class com.vaadin.Nothing"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:10: 'h' has no value"))
                .anySatisfy(p -> assertThat(p).contains("sale.yaml:11: 'label' has no value"))
                .hasSize(9);
    }

    @Test
    void a_class_that_is_unknown_or_does_not_belong_there() {
        dialog("a: {class: info.magnolia.ui.form.field.definition.TextFieldDefinition}\n"
                + "b: {class: info.magnolia.ui.contentapp.action.CloseActionDefinition}");

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p)
                        .contains("sale.yaml:3: class info.magnolia.ui.form")
                        .contains("known as"))
                .anySatisfy(p -> assertThat(p)
                        .contains("sale.yaml:4: info.magnolia.ui.contentapp.action.Close")
                        .contains("is no"));
    }

    @Test
    void an_alias_that_makes_two_fields_one() {
        dialog("a: &text {$type: textField, label: A}\nb: *text\nc: {<<: *text}");

        assertThat(shop.problems()).singleElement().satisfies(p -> assertThat(p)
                .contains("sale.yaml:4: 'b' is one object with 'a' through an alias"));
    }

    @Test
    void yaml_that_is_none_or_repeats_a_key_or_has_a_key_of_another_type() {
        shop.with("shop/dialogs/a.yaml", "form: [\n")
                .with("shop/dialogs/b.yaml", "label: x\nlabel: y\n")
                .with("shop/dialogs/c.yaml", "")
                .with("shop/templates/d.yaml", "parameters: {on: 1}\n");

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).startsWith("/shop/dialogs/a.yaml:2: is no YAML"))
                .anySatisfy(p -> assertThat(p)
                        .isEqualTo("/shop/dialogs/b.yaml:2: 'label' stands twice in one map; delete one, Magnolia takes"
                                + " the later"))
                .anySatisfy(p -> assertThat(p).isEqualTo("/shop/dialogs/c.yaml: is empty; fill it, or delete it"))
                .anySatisfy(p -> assertThat(p).startsWith("/shop/templates/d.yaml:1: the key on is a bool to YAML"))
                .hasSize(4);
    }

    @Test
    void tags_that_lead_nowhere() {
        shop.with("shop/dialogs/a.yaml", "!inherit:shop:b\nlabel: x\n")
                .with("shop/dialogs/b.yaml", "label: !include:/shop/includes/none.yaml\n")
                .with("shop/dialogs/c.yaml", "!inherit:ui-framework-jcr:rename\nlabel: x\n")
                .with("shop/dialogs/d.yaml", "label: !includ:/x.yaml\n")
                .with("shop/apps/e.yaml", "!content-type:nothing\nname: e\n");

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("a.yaml:1: inherits shop:b of its own module"))
                .anySatisfy(p ->
                        assertThat(p).contains("b.yaml:1: includes /shop/includes/none.yaml, which does not exist"))
                .anySatisfy(p ->
                        assertThat(p).contains("c.yaml:1: inherits ui-framework-jcr:rename, which is Magnolia's own"))
                .anySatisfy(p -> assertThat(p).contains("d.yaml:1: !includ:/x.yaml is unknown here"))
                .anySatisfy(p -> assertThat(p).contains("e.yaml:1: is made of content type nothing"));
    }

    @Test
    void files_that_magnolia_would_not_read_or_that_are_not_supported() {
        shop.with("shop/dialogs/a.yml", "label: x\n")
                .with("shop/dialogs/b c.yaml", "label: x\n")
                .with("shop/messageViews/v.yaml", "label: x\n")
                .with("shop/config.yaml", "a: b\n")
                .with("shop/decorations/shop/dialogs/none.yaml", "label: x\n")
                .with("shop/decorations/nowhere/config.yaml", "a: b\n");

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).startsWith("/shop/dialogs/a.yml: is not read by Magnolia"))
                .anySatisfy(p -> assertThat(p).startsWith("/shop/dialogs/b c.yaml: is not read by Magnolia"))
                .anySatisfy(p -> assertThat(p).contains("not supported here: messageViews"))
                .anySatisfy(
                        p -> assertThat(p).startsWith("/shop/config.yaml: is read only for a module with a Java class"))
                .anySatisfy(p -> assertThat(p).contains("decorates dialogs shop:none, which does not exist"))
                .anySatisfy(p -> assertThat(p).contains("module 'nowhere', which does not exist"))
                .hasSize(6);
    }

    @Test
    void ids_that_are_taken() {
        shop.with("shop/apps/a.yaml", "name: dam\nappClass: info.magnolia.ui.framework.app.BaseApp\n")
                .with("shop/contentTypes/b.yaml", "name: c\ndatasource: {workspace: website}\n")
                .with("shop/contentTypes/c.yaml", "datasource: {workspace: website}\n");

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("a.yaml:1: has the id dam, which Magnolia itself uses"))
                .anySatisfy(p ->
                        assertThat(p).contains("c.yaml:1: has the id c, which /shop/contentTypes/b.yaml has already"));
    }

    @Test
    void references_of_templates() {
        shop.with(
                "shop/templates/pages/a.yaml",
                """
                templateScript: shop/templates/pages/a.ftl
                renderType: freemaker
                dialog: shop:none
                areas:
                  main:
                    templateScript: /shop/templates/none.ftl
                    availableComponents:
                      x: {id: shop:components/none}
                """);

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("a.yaml:1: templateScript must start with /"))
                .anySatisfy(p -> assertThat(p).contains("a.yaml:2: renderType freemaker is unknown"))
                .anySatisfy(p -> assertThat(p).contains("a.yaml:3: there is no dialog shop:none"))
                .anySatisfy(
                        p -> assertThat(p).contains("a.yaml:6: templateScript /shop/templates/none.ftl does not exist"))
                .anySatisfy(p -> assertThat(p).contains("a.yaml:8: there is no component shop:components/none"))
                .hasSize(5);
    }

    @Test
    void fields_and_tabs_that_do_not_meet() {
        shop.with(
                "shop/dialogs/sale.yaml",
                """
                form:
                  properties:
                    price: {$type: textField, label: Price}
                    lost: {$type: textField, label: Lost}
                  layout:
                    $type: tabbedLayout
                    tabs:
                      - name: main
                        fields:
                          - name: price
                          - name: prize
                """);

        assertThat(shop.problems())
                .containsExactly(
                        "/shop/dialogs/sale.yaml:4: the field 'lost' stands in no tab and would never be shown; add it"
                                + " to one",
                        "/shop/dialogs/sale.yaml:11: tab 'main' shows the field 'prize', which is not in the form;"
                                + " known: lost, price");
    }

    @Test
    void references_of_apps() {
        shop.with(
                "shop/apps/sales.yaml",
                """
                class: info.magnolia.ui.contentapp.configuration.ContentAppDescriptor
                appClass: info.magnolia.ui.framework.app.BaseApp
                datasource: {$type: jcrDatasource, workspace: goods}
                subApps:
                  browser:
                    class: info.magnolia.ui.contentapp.configuration.BrowserDescriptor
                    actions:
                      add: {$type: openDetailSubappAction, appName: sales, subAppName: detial, viewType: add}
                      rename: {$type: openDialogAction, dialogId: shop:rename}
                      confirm: {$type: confirmationAction, successActionName: remove}
                    actionbar:
                      defaultAction: edit
                      sections:
                        - name: all
                          groups:
                            - name: one
                              items:
                                - name: add
                                - name: publish
                  detail:
                    class: info.magnolia.ui.contentapp.detail.DetailDescriptor
                    form:
                      properties:
                        link: {$type: linkField, label: x, chooserId: shop:choose, datasource: {$type: jcrDatasource, workspace: website}}
                """);

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("sales.yaml:3: there is no workspace 'goods'"))
                .anySatisfy(p -> assertThat(p)
                        .contains("sales.yaml:8: app sales has no sub-app 'detial'; known: browser, detail"))
                .anySatisfy(p -> assertThat(p).contains("sales.yaml:9: there is no dialog shop:rename"))
                .anySatisfy(p -> assertThat(p).contains("sales.yaml:10: there is no action 'remove'"))
                .anySatisfy(p -> assertThat(p).contains("sales.yaml:12: there is no action 'edit'"))
                .anySatisfy(p -> assertThat(p).contains("sales.yaml:19: there is no action 'publish'"))
                .anySatisfy(p -> assertThat(p).contains("there is no dialog shop:choose"))
                .hasSize(7);
    }

    @Test
    void references_of_content_types_and_endpoints() {
        shop.with(
                        "shop/contentTypes/good.yaml",
                        """
                        datasource: {workspace: goods}
                        model:
                          properties:
                            - {name: maker, type: 'reference:maker'}
                            - {name: made, type: DateTime}
                            - {name: made, type: Date}
                        """)
                .with(
                        "shop/restEndpoints/goods.yaml",
                        """
                        class: info.magnolia.rest.delivery.jcr.v2.JcrDeliveryEndpointDefinition
                        workspace: goods
                        orderBy: title
                        """);

        assertThat(shop.problems())
                .anySatisfy(p -> assertThat(p).contains("good.yaml:1: there is no workspace 'goods'"))
                .anySatisfy(p -> assertThat(p).contains("good.yaml:4: refers to the content type maker"))
                .anySatisfy(p -> assertThat(p).contains("good.yaml:5: the type DateTime is unknown"))
                .anySatisfy(p -> assertThat(p).contains("good.yaml:6: the property 'made' stands twice"))
                .anySatisfy(p -> assertThat(p).contains("goods.yaml:2: there is no workspace 'goods'"))
                .anySatisfy(
                        p -> assertThat(p).contains("goods.yaml:3: 'orderBy' is no property of jcrDeliveryEndpoint_v2"))
                .hasSize(6);
    }
}
