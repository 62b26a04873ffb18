package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.lists.RecommendationList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/** The list of a profile; a list that many profiles share is written as JSON once. */
final class ProfileList implements JacksonSerializable {

    private final RecommendationList list;
    private final @Nullable SerializableString json;

    private ProfileList(RecommendationList list, @Nullable SerializableString json) {
        this.list = list;
        this.json = json;
    }

    static ProfileList ofOne(RecommendationList list) {
        return new ProfileList(list, null);
    }

    static ProfileList ofMany(RecommendationList list, JsonMapper mapper) {
        return new ProfileList(list, new SerializedString(mapper.writeValueAsString(list)));
    }

    /** The rung of the list. */
    String rung() {
        return String.valueOf(list.rung());
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
        if (json == null) {
            context.writeValue(generator, list);
        } else {
            generator.writeRawValue(json);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        serialize(generator, context);
    }
}
