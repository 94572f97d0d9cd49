package org.efcpreview.rendering;

import freemarker.ext.beans.BeanModel;
import freemarker.ext.beans.MapModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.Version;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

/**
 * How Java objects look to templates (rules: {@code info.magnolia.freemarker.models.MagnoliaObjectWrapper} and the models
 * beside it).
 */
final class PreviewObjectWrapper extends DefaultObjectWrapper {
    PreviewObjectWrapper(Version version) {
        super(version);
    }

    @Override
    public TemplateModel wrap(Object object) throws TemplateModelException {
        if (object instanceof ContentMap content) {
            return new ContentMapModel(content, this);
        }
        if (object instanceof Calendar calendar) {
            return new CalendarModel(calendar);
        }
        if (object instanceof TemplateContext context) {
            return new MapModel(context, this);
        }
        if (object instanceof Renderable definition) {
            return new DefinitionModel(definition, this);
        }
        if (object instanceof TemplatingFunctions functions) {
            return new FunctionsModel("cmsfn", functions, TemplatingFunctions.MISSING, this);
        }
        if (object instanceof AssetFunctions functions) {
            return new FunctionsModel("damfn", functions, AssetFunctions.MISSING, this);
        }
        return super.wrap(object);
    }

    /** A date that is always a date and a time: a template that wants less says {@code ?date}. */
    private record CalendarModel(Calendar calendar) implements TemplateDateModel, AdapterTemplateModel {
        @Override
        public Date getAsDate() {
            return calendar.getTime();
        }

        @Override
        public int getDateType() {
            return TemplateDateModel.DATETIME;
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return calendar;
        }
    }

    /** A definition's own values, then its parameters; its text is its identifier. */
    private record DefinitionModel(Renderable definition, PreviewObjectWrapper wrapper)
            implements TemplateHashModel, TemplateScalarModel, AdapterTemplateModel {
        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            return wrapper.wrap(definition.get(key));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String getAsString() {
            return definition.toString();
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return definition;
        }
    }

    /** Functions of which some of Magnolia's are missing: asking for such a one is an error even with a default. */
    private static final class FunctionsModel extends BeanModel {
        private final String name;
        private final Set<String> missing;

        FunctionsModel(String name, Object functions, Set<String> missing, PreviewObjectWrapper wrapper) {
            super(functions, wrapper);
            this.name = name;
            this.missing = missing;
        }

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            if (missing.contains(key)) {
                throw new TemplateModelException("The preview server does not have " + name + "." + key);
            }
            return super.get(key);
        }
    }

    /**
     * Stands for template functions of a module of Magnolia that this server does not have.
     *
     * @param name what templates call it
     * @param module the module that brings it
     */
    record MissingFunctions(String name, String module) implements TemplateHashModel {
        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            throw new TemplateModelException("The preview server does not have " + name + "." + key
                    + " (in Magnolia it comes with the module " + module + ")");
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** A text as a model. */
    static TemplateModel text(String text) {
        return text == null ? null : new SimpleScalar(text);
    }
}
