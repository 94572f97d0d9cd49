package org.efcpreview.content;

import freemarker.ext.beans.BeanModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Calendar;

/**
 * How Java objects look to templates (rules: {@code info.magnolia.freemarker.models.MagnoliaObjectWrapper} and the models
 * beside it).
 */
public final class PreviewObjectWrapper extends DefaultObjectWrapper {
    /** The only one. */
    public static final PreviewObjectWrapper INSTANCE = new PreviewObjectWrapper();

    private PreviewObjectWrapper() {
        super(Configuration.VERSION_2_3_28);
    }

    @Override
    public TemplateModel wrap(Object object) throws TemplateModelException {
        return object instanceof Calendar calendar ? new CalendarModel(calendar) : super.wrap(object);
    }

    /** A date that is always a date and a time: a template that wants less says {@code ?date}. */
    private static final class CalendarModel extends SimpleDate implements AdapterTemplateModel {
        private final Calendar calendar;

        CalendarModel(Calendar calendar) {
            super(calendar.getTime(), TemplateDateModel.DATETIME);
            this.calendar = calendar;
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return calendar;
        }
    }

    /** Template functions of which some of Magnolia's are missing: asking for such a one is an error even with a default. */
    public static final class Functions extends BeanModel {
        private final String name;
        private final String hint;

        /**
         * @param name what templates call them
         * @param functions the object whose methods they are
         * @param hint what to add where one is missing; may be empty
         */
        public Functions(String name, Object functions, String hint) {
            super(functions, INSTANCE);
            this.name = name;
            this.hint = hint;
        }

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            TemplateModel function = super.get(key);
            if (function == null) {
                throw new TemplateModelException("The preview server does not have " + name + "." + key + hint);
            }
            return function;
        }
    }
}
