#include "simdjson_shim.h"
#include <simdjson.h>
extern "C" int newsprint_json_version(void) { return simdjson::SIMDJSON_VERSION_MAJOR; }
