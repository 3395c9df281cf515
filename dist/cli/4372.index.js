export const id = 4372;
export const ids = [4372,6615,5126];
export const modules = {

/***/ 8983:
/***/ ((module) => {



/**
 * Copyright (c) 2019-present, GraphQL Foundation
 *
 * This source code is licensed under the MIT license found in the
 * LICENSE file in the root directory of this source tree.
 *
 * 
 */
// A Function, which when given an Array of keys, returns a Promise of an Array
// of values or Errors.
// Optionally turn off batching or caching or provide a cache key function or a
// custom cache instance.
// If a custom cache is provided, it must be of this type (a subset of ES6 Map).

/**
 * A `DataLoader` creates a public API for loading data from a particular
 * data back-end with unique keys such as the `id` column of a SQL table or
 * document name in a MongoDB database, given a batch loading function.
 *
 * Each `DataLoader` instance contains a unique memoized cache. Use caution when
 * used in long-lived applications or those which serve many users with
 * different access permissions and consider creating a new instance per
 * web request.
 */
var DataLoader =
/*#__PURE__*/
function () {
  function DataLoader(batchLoadFn, options) {
    if (typeof batchLoadFn !== 'function') {
      throw new TypeError('DataLoader must be constructed with a function which accepts ' + ("Array<key> and returns Promise<Array<value>>, but got: " + batchLoadFn + "."));
    }

    this._batchLoadFn = batchLoadFn;
    this._maxBatchSize = getValidMaxBatchSize(options);
    this._batchScheduleFn = getValidBatchScheduleFn(options);
    this._cacheKeyFn = getValidCacheKeyFn(options);
    this._cacheMap = getValidCacheMap(options);
    this._batch = null;
    this.name = getValidName(options);
  } // Private


  var _proto = DataLoader.prototype;

  /**
   * Loads a key, returning a `Promise` for the value represented by that key.
   */
  _proto.load = function load(key) {
    if (key === null || key === undefined) {
      throw new TypeError('The loader.load() function must be called with a value, ' + ("but got: " + String(key) + "."));
    }

    var batch = getCurrentBatch(this);
    var cacheMap = this._cacheMap;
    var cacheKey; // If caching and there is a cache-hit, return cached Promise.

    if (cacheMap) {
      cacheKey = this._cacheKeyFn(key);
      var cachedPromise = cacheMap.get(cacheKey);

      if (cachedPromise) {
        var cacheHits = batch.cacheHits || (batch.cacheHits = []);
        return new Promise(function (resolve) {
          cacheHits.push(function () {
            resolve(cachedPromise);
          });
        });
      }
    } // Otherwise, produce a new Promise for this key, and enqueue it to be
    // dispatched along with the current batch.


    batch.keys.push(key);
    var promise = new Promise(function (resolve, reject) {
      batch.callbacks.push({
        resolve: resolve,
        reject: reject
      });
    }); // If caching, cache this promise.

    if (cacheMap) {
      cacheMap.set(cacheKey, promise);
    }

    return promise;
  }
  /**
   * Loads multiple keys, promising an array of values:
   *
   *     var [ a, b ] = await myLoader.loadMany([ 'a', 'b' ]);
   *
   * This is similar to the more verbose:
   *
   *     var [ a, b ] = await Promise.all([
   *       myLoader.load('a'),
   *       myLoader.load('b')
   *     ]);
   *
   * However it is different in the case where any load fails. Where
   * Promise.all() would reject, loadMany() always resolves, however each result
   * is either a value or an Error instance.
   *
   *     var [ a, b, c ] = await myLoader.loadMany([ 'a', 'b', 'badkey' ]);
   *     // c instanceof Error
   *
   */
  ;

  _proto.loadMany = function loadMany(keys) {
    if (!isArrayLike(keys)) {
      throw new TypeError('The loader.loadMany() function must be called with Array<key> ' + ("but got: " + keys + "."));
    } // Support ArrayLike by using only minimal property access


    var loadPromises = [];

    for (var i = 0; i < keys.length; i++) {
      loadPromises.push(this.load(keys[i])["catch"](function (error) {
        return error;
      }));
    }

    return Promise.all(loadPromises);
  }
  /**
   * Clears the value at `key` from the cache, if it exists. Returns itself for
   * method chaining.
   */
  ;

  _proto.clear = function clear(key) {
    var cacheMap = this._cacheMap;

    if (cacheMap) {
      var cacheKey = this._cacheKeyFn(key);

      cacheMap["delete"](cacheKey);
    }

    return this;
  }
  /**
   * Clears the entire cache. To be used when some event results in unknown
   * invalidations across this particular `DataLoader`. Returns itself for
   * method chaining.
   */
  ;

  _proto.clearAll = function clearAll() {
    var cacheMap = this._cacheMap;

    if (cacheMap) {
      cacheMap.clear();
    }

    return this;
  }
  /**
   * Adds the provided key and value to the cache. If the key already
   * exists, no change is made. Returns itself for method chaining.
   *
   * To prime the cache with an error at a key, provide an Error instance.
   */
  ;

  _proto.prime = function prime(key, value) {
    var cacheMap = this._cacheMap;

    if (cacheMap) {
      var cacheKey = this._cacheKeyFn(key); // Only add the key if it does not already exist.


      if (cacheMap.get(cacheKey) === undefined) {
        // Cache a rejected promise if the value is an Error, in order to match
        // the behavior of load(key).
        var promise;

        if (value instanceof Error) {
          promise = Promise.reject(value); // Since this is a case where an Error is intentionally being primed
          // for a given key, we want to disable unhandled promise rejection.

          promise["catch"](function () {});
        } else {
          promise = Promise.resolve(value);
        }

        cacheMap.set(cacheKey, promise);
      }
    }

    return this;
  }
  /**
   * The name given to this `DataLoader` instance. Useful for APM tools.
   *
   * Is `null` if not set in the constructor.
   */
  ;

  return DataLoader;
}(); // Private: Enqueue a Job to be executed after all "PromiseJobs" Jobs.
//
// ES6 JavaScript uses the concepts Job and JobQueue to schedule work to occur
// after the current execution context has completed:
// http://www.ecma-international.org/ecma-262/6.0/#sec-jobs-and-job-queues
//
// Node.js uses the `process.nextTick` mechanism to implement the concept of a
// Job, maintaining a global FIFO JobQueue for all Jobs, which is flushed after
// the current call stack ends.
//
// When calling `then` on a Promise, it enqueues a Job on a specific
// "PromiseJobs" JobQueue which is flushed in Node as a single Job on the
// global JobQueue.
//
// DataLoader batches all loads which occur in a single frame of execution, but
// should include in the batch all loads which occur during the flushing of the
// "PromiseJobs" JobQueue after that same execution frame.
//
// In order to avoid the DataLoader dispatch Job occuring before "PromiseJobs",
// A Promise Job is created with the sole purpose of enqueuing a global Job,
// ensuring that it always occurs after "PromiseJobs" ends.
//
// Node.js's job queue is unique. Browsers do not have an equivalent mechanism
// for enqueuing a job to be performed after promise microtasks and before the
// next macrotask. For browser environments, a macrotask is used (via
// setImmediate or setTimeout) at a potential performance penalty.


var enqueuePostPromiseJob = typeof process === 'object' && typeof process.nextTick === 'function' ? function (fn) {
  if (!resolvedPromise) {
    resolvedPromise = Promise.resolve();
  }

  resolvedPromise.then(function () {
    process.nextTick(fn);
  });
} : typeof setImmediate === 'function' ? function (fn) {
  setImmediate(fn);
} : function (fn) {
  setTimeout(fn);
}; // Private: cached resolved Promise instance

var resolvedPromise; // Private: Describes a batch of requests

// Private: Either returns the current batch, or creates and schedules a
// dispatch of a new batch for the given loader.
function getCurrentBatch(loader) {
  // If there is an existing batch which has not yet dispatched and is within
  // the limit of the batch size, then return it.
  var existingBatch = loader._batch;

  if (existingBatch !== null && !existingBatch.hasDispatched && existingBatch.keys.length < loader._maxBatchSize) {
    return existingBatch;
  } // Otherwise, create a new batch for this loader.


  var newBatch = {
    hasDispatched: false,
    keys: [],
    callbacks: []
  }; // Store it on the loader so it may be reused.

  loader._batch = newBatch; // Then schedule a task to dispatch this batch of requests.

  loader._batchScheduleFn(function () {
    dispatchBatch(loader, newBatch);
  });

  return newBatch;
}

function dispatchBatch(loader, batch) {
  // Mark this batch as having been dispatched.
  batch.hasDispatched = true; // If there's nothing to load, resolve any cache hits and return early.

  if (batch.keys.length === 0) {
    resolveCacheHits(batch);
    return;
  } // Call the provided batchLoadFn for this loader with the batch's keys and
  // with the loader as the `this` context.


  var batchPromise;

  try {
    batchPromise = loader._batchLoadFn(batch.keys);
  } catch (e) {
    return failedDispatch(loader, batch, new TypeError('DataLoader must be constructed with a function which accepts ' + 'Array<key> and returns Promise<Array<value>>, but the function ' + ("errored synchronously: " + String(e) + ".")));
  } // Assert the expected response from batchLoadFn


  if (!batchPromise || typeof batchPromise.then !== 'function') {
    return failedDispatch(loader, batch, new TypeError('DataLoader must be constructed with a function which accepts ' + 'Array<key> and returns Promise<Array<value>>, but the function did ' + ("not return a Promise: " + String(batchPromise) + ".")));
  } // Await the resolution of the call to batchLoadFn.


  batchPromise.then(function (values) {
    // Assert the expected resolution from batchLoadFn.
    if (!isArrayLike(values)) {
      throw new TypeError('DataLoader must be constructed with a function which accepts ' + 'Array<key> and returns Promise<Array<value>>, but the function did ' + ("not return a Promise of an Array: " + String(values) + "."));
    }

    if (values.length !== batch.keys.length) {
      throw new TypeError('DataLoader must be constructed with a function which accepts ' + 'Array<key> and returns Promise<Array<value>>, but the function did ' + 'not return a Promise of an Array of the same length as the Array ' + 'of keys.' + ("\n\nKeys:\n" + String(batch.keys)) + ("\n\nValues:\n" + String(values)));
    } // Resolve all cache hits in the same micro-task as freshly loaded values.


    resolveCacheHits(batch); // Step through values, resolving or rejecting each Promise in the batch.

    for (var i = 0; i < batch.callbacks.length; i++) {
      var _value = values[i];

      if (_value instanceof Error) {
        batch.callbacks[i].reject(_value);
      } else {
        batch.callbacks[i].resolve(_value);
      }
    }
  })["catch"](function (error) {
    failedDispatch(loader, batch, error);
  });
} // Private: do not cache individual loads if the entire batch dispatch fails,
// but still reject each request so they do not hang.


function failedDispatch(loader, batch, error) {
  // Cache hits are resolved, even though the batch failed.
  resolveCacheHits(batch);

  for (var i = 0; i < batch.keys.length; i++) {
    loader.clear(batch.keys[i]);
    batch.callbacks[i].reject(error);
  }
} // Private: Resolves the Promises for any cache hits in this batch.


function resolveCacheHits(batch) {
  if (batch.cacheHits) {
    for (var i = 0; i < batch.cacheHits.length; i++) {
      batch.cacheHits[i]();
    }
  }
} // Private: given the DataLoader's options, produce a valid max batch size.


function getValidMaxBatchSize(options) {
  var shouldBatch = !options || options.batch !== false;

  if (!shouldBatch) {
    return 1;
  }

  var maxBatchSize = options && options.maxBatchSize;

  if (maxBatchSize === undefined) {
    return Infinity;
  }

  if (typeof maxBatchSize !== 'number' || maxBatchSize < 1) {
    throw new TypeError("maxBatchSize must be a positive number: " + maxBatchSize);
  }

  return maxBatchSize;
} // Private


function getValidBatchScheduleFn(options) {
  var batchScheduleFn = options && options.batchScheduleFn;

  if (batchScheduleFn === undefined) {
    return enqueuePostPromiseJob;
  }

  if (typeof batchScheduleFn !== 'function') {
    throw new TypeError("batchScheduleFn must be a function: " + batchScheduleFn);
  }

  return batchScheduleFn;
} // Private: given the DataLoader's options, produce a cache key function.


function getValidCacheKeyFn(options) {
  var cacheKeyFn = options && options.cacheKeyFn;

  if (cacheKeyFn === undefined) {
    return function (key) {
      return key;
    };
  }

  if (typeof cacheKeyFn !== 'function') {
    throw new TypeError("cacheKeyFn must be a function: " + cacheKeyFn);
  }

  return cacheKeyFn;
} // Private: given the DataLoader's options, produce a CacheMap to be used.


function getValidCacheMap(options) {
  var shouldCache = !options || options.cache !== false;

  if (!shouldCache) {
    return null;
  }

  var cacheMap = options && options.cacheMap;

  if (cacheMap === undefined) {
    return new Map();
  }

  if (cacheMap !== null) {
    var cacheFunctions = ['get', 'set', 'delete', 'clear'];
    var missingFunctions = cacheFunctions.filter(function (fnName) {
      return cacheMap && typeof cacheMap[fnName] !== 'function';
    });

    if (missingFunctions.length !== 0) {
      throw new TypeError('Custom cacheMap missing methods: ' + missingFunctions.join(', '));
    }
  }

  return cacheMap;
}

function getValidName(options) {
  if (options && options.name) {
    return options.name;
  }

  return null;
} // Private


function isArrayLike(x) {
  return typeof x === 'object' && x !== null && typeof x.length === 'number' && (x.length === 0 || x.length > 0 && Object.prototype.hasOwnProperty.call(x, x.length - 1));
}

module.exports = DataLoader;

/***/ }),

/***/ 5126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);


const says = (pattern) => (failure) => pattern.test(failure.message);
const fix = (message) => ['fix-config', message];
const waitOf = ({ resetsAt, retryAfterSeconds }) => {
    if (resetsAt !== null)
        return `; it resets at ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .toMinute */ .y_)(resetsAt)}`;
    return retryAfterSeconds === null ? '' : `; GitHub asks to wait ${retryAfterSeconds} s`;
};
/** `issues=write; pull_requests=write` as a workflow writes it; GitHub separates alternatives with a semicolon. */
const wantedOf = ({ wanted }, { permission }) => {
    const said = wanted === null ? null : (/^[a-z_]+=(?:read|write|admin)/.exec(wanted)?.[0] ?? null);
    return said === null || said.startsWith('metadata') ? permission : said.replace('=', ': ').replaceAll('_', '-');
};
const isLimit = (failure) => failure.type === 'RATE_LIMITED' ||
    failure.status === 429 ||
    (failure.status === 403 && (failure.resetsAt !== null || failure.retryAfterSeconds !== null)) ||
    /rate limit|abuse detection/i.test(failure.message);
/** The first that fits; the order matters where GitHub uses one status for many things. */
const rules = [
    {
        when: failure => failure.status === null || failure.status >= 500,
        say: ({ status, message }) => [
            'next-run',
            `Expected GitHub to answer, got ${status === null ? `no answer (${message})` : `status ${status}`}; the next run goes on`,
        ],
    },
    {
        when: isLimit,
        say: failure => ['next-run', `Expected room under GitHub's rate limit, found none${waitOf(failure)}; the next run goes on`],
    },
    {
        when: failure => failure.status === 401,
        say: () => fix('Expected a token that GitHub knows, but it is wrong, expired or revoked (401); in a workflow pass `token: ${{ github.token }}` or an App, elsewhere renew GITHUB_TOKEN (`gh auth token`)'),
    },
    {
        when: says(/not permitted to create or approve pull requests/i),
        say: (_, { repository }) => fix(`Expected to open a pull request, but GitHub Actions may not in ${repository}: tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General → Workflow permissions; where it is greyed out, an owner of the organization does it in the organization's settings`),
    },
    {
        when: says(/SAML|single sign-on/i),
        say: () => fix("Expected a token that the organization's single sign-on knows; authorize it under Settings → Developer settings → Tokens → Configure SSO"),
    },
    {
        when: says(/archived/i),
        say: (_, { repository }) => fix(`Expected to write to ${repository}, but it is archived; unarchive it under Settings → General`),
    },
    {
        when: says(/rule violation|protected (?:branch|ref)|through a pull request|cannot (?:create|update|delete) (?:this )?(?:protected )?ref|creations being restricted/i),
        say: ({ message }, { repository }) => fix(`Expected to write a branch below perpetual/, but a rule of ${repository} forbids it (${message}); exclude \`perpetual/**\` under Settings → Rules → Rulesets, or under Settings → Branches`),
    },
    {
        when: says(/Resource not accessible|must have (?:push|write|admin)|does not have (?:the correct )?permission|Must have|read-only|insufficient.*scopes|not have permission/i),
        say: (failure, purpose) => fix(`Expected a token that may do this in ${purpose.repository}, but it lacks \`${wantedOf(failure, purpose)}\`; add it to the job's \`permissions:\` in the workflow, or to the token or App`),
    },
    {
        when: says(/issues? (?:has been|is|are) disabled/i),
        say: (_, { repository }) => fix(`Expected issues in ${repository}, but they are switched off; tick Issues under Settings → General → Features`),
    },
    {
        when: failure => failure.status === 404 || failure.type === 'NOT_FOUND',
        say: (failure, { repository, permission }) => fix(`Expected ${repository} to have what was asked for, but GitHub shows this token nothing (${failure.message || 'Not Found'}); the token must see the repository, with \`${permission}\``),
    },
    {
        when: failure => failure.status === 403 || failure.type === 'FORBIDDEN',
        say: (failure, purpose) => fix(`Expected GitHub to allow this in ${purpose.repository} (\`${wantedOf(failure, purpose)}\`), got: ${failure.message || 'Forbidden'}`),
    },
    {
        when: says(/something went wrong|timed? ?out|couldn't respond|internal error/i),
        say: ({ message }) => ['next-run', `Expected GitHub to answer, got: ${message}; the next run goes on`],
    },
];
/** A failure as one line that says what to change and where. */
const explain = (failure, purpose, cause) => {
    const rule = rules.find(({ when }) => when(failure));
    const [actBy, message] = rule?.say(failure, purpose) ?? [
        'report-bug',
        `Expected GitHub to take the request, got status ${failure.status}: ${failure.message || 'no reason'}`,
    ];
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(message, { actBy, cause });
};


/***/ }),

/***/ 8996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureOfField: () => (/* binding */ failureOfField),
/* harmony export */   readFailure: () => (/* binding */ readFailure),
/* harmony export */   readPartial: () => (/* binding */ readPartial)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


/** What went wrong with one field of a GraphQL document; the others may have gone well. */
const graphqlErrorSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    /** `NOT_FOUND`, `STALE_DATA`, `FORBIDDEN`, …; empty where GitHub gives none. */
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()])).catch([]),
});
const header = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).transform(String).nullish().catch(null);
const headersSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    'x-accepted-github-permissions': header,
    'x-ratelimit-remaining': header,
    'x-ratelimit-reset': header,
    'retry-after': header,
})
    .partial()
    .catch({});
const refusedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    response: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ headers: headersSchema, data: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() }).optional(),
});
/** Where nothing was done, GitHub leaves `data` out. */
const partialSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(graphqlErrorSchema).min(1),
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    headers: headersSchema.optional(),
});
/** plugin-throttling's own error where GraphQL's limit is used up: an answer of status 200 inside. */
const limitedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ response: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ headers: headersSchema, data: partialSchema }) });
const oneLine = (text) => text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
/** Octokit appends where the documentation is, which helps nobody in a log. */
const withoutLink = (text) => text.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
const resetOf = (headers) => {
    const seconds = Number(headers['x-ratelimit-reset']);
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    return isUsedUp && seconds > 0 && seconds < 1e11 ? (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)(seconds * 1_000) : null;
};
const failureOf = (parts, headers = {}) => ({
    ...parts,
    message: withoutLink(oneLine(parts.message)),
    wanted: headers['x-accepted-github-permissions'] ?? null,
    resetsAt: resetOf(headers),
    retryAfterSeconds: Number(headers['retry-after'] ?? 0) || null,
});
/** What an Octokit threw: no answer, a refusal, or a GraphQL answer with nothing but errors. Undefined where it is none of these. */
const readFailure = (error) => {
    const limited = limitedSchema.safeParse(error);
    if (limited.success) {
        const { headers, data } = limited.data.response;
        return failureOf({ status: 200, type: 'RATE_LIMITED', message: data.errors[0]?.message ?? '' }, headers);
    }
    const refused = refusedSchema.safeParse(error);
    if (!refused.success)
        return undefined;
    const { status, message, response } = refused.data;
    return failureOf({ status: response === undefined ? null : status, type: '', message }, response?.headers);
};
/** A GraphQL answer in which some fields failed; undefined where something else was thrown. */
const readPartial = (error) => {
    const partial = partialSchema.safeParse(error);
    return partial.success ? { data: partial.data.data ?? null, errors: partial.data.errors } : undefined;
};
const failureOfField = ({ message, type }) => failureOf({ status: 200, type, message });


/***/ }),

/***/ 4372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGithubForge: () => (/* binding */ openGithubForge)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/forge/github/accounts.js


/** Where the accounts that write for the automation are recorded, on the state branch: a workflow's bot, a person's command line. */
const accountsPath = 'automation.json';
const accountsSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), accounts: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100)).max(1_000) });
const versionSchema = schemas/* looseObject */._H3({ version: schemas/* number */.aig() });
const broken = (what, cause) => new errors/* PerpetualError */.nX(`Expected ${accountsPath} on perpetual/state to list the automation's accounts, found ${what}; restore it from an earlier commit of that branch`, { actBy: 'fix-config', cause });
/** The recorded accounts; what a newer version wrote is refused. */
const parseAccounts = (text) => {
    if (text === undefined)
        return [];
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (cause) {
        throw broken('garbage', cause);
    }
    const version = versionSchema.safeParse(raw);
    if (version.success && version.data.version > 1)
        throw broken(`version ${version.data.version}: a newer perpetual wrote it; update this one`);
    const parsed = accountsSchema.safeParse(raw);
    if (!parsed.success)
        throw broken('something else');
    return parsed.data.accounts;
};
const renderAccounts = (accounts) => `${JSON.stringify({ version: 1, accounts: [...new Set(accounts)].toSorted() }, null, 1)}\n`;
const createAccounts = (own, recorded) => {
    const known = new Set([own, ...recorded].map(login => login.toLowerCase()));
    return {
        own,
        isOurs: login => known.has(login.toLowerCase()),
        learn: accounts => {
            for (const login of accounts)
                known.add(login.toLowerCase());
        },
    };
};
const actorSchema = schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullish();
/** Selects what `authorOf` reads. */
const actorSelection = 'kind: __typename login';

/** GraphQL writes a bot's login without the `[bot]` that REST and everybody else write; a deleted account is `ghost`. */
const authorOf = (actor) => {
    if (actor === null || actor === undefined)
        return 'ghost';
    return actor.kind === 'Bot' && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login;
};

;// CONCATENATED MODULE: ./src/forge/github/answers.js

/** Parses what GitHub answered; a text where JSON was due is an answer that was cut off. */
const readAnswer = (schema, data, what) => {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const isCut = typeof data !== 'object' || data === null;
    throw new errors/* PerpetualError */.nX(isCut
        ? `Expected GitHub to answer ${what}, got an answer that broke off; the next run goes on`
        : `Expected GitHub to answer ${what} as documented, found ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, { actBy: isCut ? 'next-run' : 'report-bug' });
};

// EXTERNAL MODULE: ./src/forge/github/failure.js
var github_failure = __webpack_require__(8996);
;// CONCATENATED MODULE: ./src/forge/github/documents.js

/** Sends a GraphQL document; `once` where a repeated one would do something twice. An answer in which fields failed is an answer. */
const sendDocument = async (client, { document, variables, once, }) => {
    try {
        return { data: await client.graphql(document, { ...variables, ...(once ? { request: { retries: 0 } } : {}) }), errors: [] };
    }
    catch (error) {
        const partial = (0,github_failure.readPartial)(error);
        if (partial !== undefined)
            return partial;
        throw error;
    }
};

// EXTERNAL MODULE: ./src/forge/github/errors.js
var github_errors = __webpack_require__(5126);
;// CONCATENATED MODULE: ./src/forge/github/mutations.js





/** Mutations as one document; each has its own result. */
const createMutate = (client, { owner, repo }) => {
    const repository = `${owner}/${repo}`;
    return async (fields, { repeatable = false } = {}) => {
        const declared = fields.map(({ inputType }, index) => `$i${index}: ${inputType}!`).join(', ');
        const aliased = fields.map(({ name, selection }, index) => `m${index}: ${name}(input: $i${index}) { ${selection} }`);
        const inputs = Object.fromEntries(fields.map(({ input }, index) => [`i${index}`, input]));
        const permission = fields[0]?.permission ?? '';
        const document = `mutation (${declared}) { ${aliased.join('\n')} }`;
        const { data, errors } = await sendDocument(client, { document, variables: inputs, once: !repeatable }).catch((error) => {
            const failure = (0,github_failure.readFailure)(error);
            throw failure === undefined ? error : (0,github_errors.explain)(failure, { repository, permission }, error);
        });
        const done = readAnswer(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable(), data, 'a mutation') ?? {};
        return fields.map((field, index) => {
            const error = errors.find(({ path }) => path[0] === `m${index}`) ?? errors.find(({ path }) => path.length === 0);
            const value = done[`m${index}`];
            if (error === undefined && value !== undefined && value !== null)
                return { type: 'done', data: value };
            const failure = (0,github_failure.failureOfField)(error ?? { message: 'no reason', type: '', path: [] });
            return { type: 'failed', failure, error: (0,github_errors.explain)(failure, { repository, permission: field.permission }) };
        });
    };
};

// EXTERNAL MODULE: ../../node_modules/dataloader/index.js
var dataloader = __webpack_require__(8983);
;// CONCATENATED MODULE: ./src/forge/github/repository-fields.js






/** Answers of a few megabytes come within GitHub's ten seconds. */
const maxDocumentBytes = 3_000_000;
const maxFields = 100;
const unknownBytes = 4_000;
const repositorySchema = schemas/* object */.Ikc({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() }).nullable();
/** The field's own error, or one of the whole; `isLost` where a field that must not be null took the repository with it, so that nothing is said of the others. */
const fieldErrors = (errors, alias, isLost) => errors.find(({ path }) => path[1] === alias) ?? errors.find(({ path }) => isLost || path.length < 2);
/** As many fields as fit into one document, in order. */
const packed = (fields) => {
    const documents = [];
    let bytes = 0;
    for (const field of fields) {
        const last = documents.at(-1);
        const size = field.bytes ?? unknownBytes;
        if (last !== undefined && last.length < maxFields && bytes + size <= maxDocumentBytes) {
            last.push(field);
            bytes += size;
        }
        else {
            documents.push([field]);
            bytes = size;
        }
    }
    return documents;
};
/** One document for all; each field has an alias, and variables of its own. */
const compose = (fields) => {
    const own = fields.flatMap(({ variables }, index) => Object.entries(variables).map(([name, [type, value]]) => ({ name: `${name}_${index}`, type, value })));
    const declared = ['$owner: String!', '$repo: String!', ...own.map(({ name, type }) => `$${name}: ${type}`)].join(', ');
    const aliased = fields.map(({ selection }, index) => `f${index}: ${selection.replaceAll(/\$([a-zA-Z]+)/g, `$$$1_${index}`)}`);
    return {
        document: `query (${declared}) { repository(owner: $owner, name: $repo) { ${aliased.join('\n')} } }`,
        variables: Object.fromEntries(own.map(({ name, value }) => [name, value])),
    };
};
/** Gathers the fields that are asked for in one tick. */
const createFields = (client, { owner, repo }) => {
    const repository = `${owner}/${repo}`;
    const ask = async (fields) => {
        const { document, variables } = compose(fields);
        const { data, errors } = await sendDocument(client, { document, variables: { owner, repo, ...variables }, once: false });
        const found = readAnswer(repositorySchema, data, 'a query')?.repository ?? null;
        return fields.map(({ permission }, index) => {
            const alias = `f${index}`;
            const error = fieldErrors(errors, alias, found === null);
            const isMissing = error?.type === 'NOT_FOUND' && error.path[1] === alias;
            if (error === undefined || isMissing)
                return found?.[alias] ?? undefined;
            return (0,github_errors.explain)((0,github_failure.failureOfField)(error), { repository, permission });
        });
    };
    const askOrFail = (fields) => ask(fields).catch((error) => {
        const failure = (0,github_failure.readFailure)(error);
        return fields.map(({ permission }) => (failure === undefined ? error : (0,github_errors.explain)(failure, { repository, permission }, error)));
    });
    return new dataloader(async (fields) => {
        const answers = (await Promise.all(packed(fields).map(askOrFail))).flat();
        return answers.map(answer => (answer instanceof Error ? answer : { answer }));
    }, { cache: false });
};

;// CONCATENATED MODULE: ./src/forge/github/rest-calls.js


/** A redirect, which is not followed. */
const moved = {
    status: 404,
    type: '',
    message: 'it moved elsewhere',
    wanted: null,
    resetsAt: null,
    retryAfterSeconds: null,
};
/** REST calls about one repository; what is refused comes out as a PerpetualError, unless it is expected. */
const createRest = (client, { owner, repo }) => async ({ route, parameters = {}, permission, expected = [], once = false }) => {
    // A redirect would lead to another repository: that of a transferred issue, for one.
    const request = { redirect: 'manual', ...(once ? { retries: 0 } : {}) };
    try {
        const { status, data } = await client.request(route, { owner, repo, ...parameters, request });
        if (status < 300 || expected.includes(status))
            return { status, data, message: '' };
        throw (0,github_errors.explain)(moved, { repository: `${owner}/${repo}`, permission });
    }
    catch (error) {
        const failure = (0,github_failure.readFailure)(error);
        if (failure === undefined)
            throw error;
        const explained = (0,github_errors.explain)(failure, { repository: `${owner}/${repo}`, permission }, error);
        const { status, message } = failure;
        if (status !== null && expected.includes(status))
            return { status, data: undefined, message, error: explained };
        throw explained;
    }
};

;// CONCATENATED MODULE: ./src/forge/github/api.js





/** The requests that the adapter is made of, about one repository; whatever fails comes out as a PerpetualError. */
const createApi = (client, name) => {
    const fields = createFields(client, name);
    const answerSchema = schemas/* object */.Ikc({ answer: schemas/* unknown */.L5J() });
    return {
        repository: `${name.owner}/${name.repo}`,
        rest: createRest(client, name),
        field: async (schema, field) => {
            const { answer } = answerSchema.parse(await fields.load(field));
            return answer === undefined ? undefined : readAnswer(schema, answer, 'a query');
        },
        mutate: createMutate(client, name),
        requests: client.requests,
    };
};

;// CONCATENATED MODULE: ./src/forge/github/cut-body.js
/** GitHub's limits in characters; longer texts are refused. */
const maxBody = 65_536;
const maxTitle = 256;
/** Whether a line is inside of a table or a code block, where a cut would break what is rendered. */
const openFence = (lines) => {
    let fence;
    for (const line of lines) {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (mark === undefined)
            continue;
        if (fence === undefined)
            fence = mark;
        else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
            fence = undefined;
    }
    return fence;
};
/** Whole folds only: a `<details>` that is not closed would swallow what follows. */
const openFolds = (lines) => Math.max(0, lines.filter(line => /^\s*<details/i.test(line)).length - lines.filter(line => /<\/details>\s*$/i.test(line)).length);
const isTableRow = (line) => line !== undefined && /^\s*\|/.test(line);
/** A surrogate pair stays whole. */
const sliceText = (text, end) => text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
/** Cuts a text that is too long at the end of a line, out of tables where one begins late, and closes what is open. */
const cutBody = (text, { reserved = 0, limit = maxBody, link } = {}) => {
    if (text.length + reserved <= limit)
        return text;
    const notice = link === undefined
        ? '\n\n_Cut: this is longer than GitHub takes._'
        : `\n\n_Cut: this is longer than GitHub takes. [The whole](${link})._`;
    const room = limit - reserved - notice.length - 200;
    const kept = sliceText(text, room);
    const lines = kept.split('\n');
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
    let end = whole.length;
    while (end > 0 && isTableRow(whole[end - 1]) && whole.length - end < 200)
        end -= 1;
    const result = end > whole.length / 2 && !isTableRow(whole[end - 1]) ? whole.slice(0, end) : whole;
    const fence = openFence(result);
    const closing = [
        ...(fence === undefined ? [] : [fence]),
        ...Array.from({ length: Math.min(openFolds(result), 10) }, () => '</details>'),
    ];
    return [...result, ...closing].join('\n').trimEnd() + notice;
};
const cutTitle = (title) => {
    const line = title.replaceAll(/\s+/g, ' ').trim();
    return line.length <= maxTitle ? line : `${sliceText(line, maxTitle - 1)}…`;
};

;// CONCATENATED MODULE: ./src/forge/github/repeat.js

/** A server that answered with an error may still be about to show what it made. */
const pauseMs = 2_000;
const isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** Makes something that must not be made twice: after a failure that may have come too late it is looked for, and made once more if it is not there. */
const makeOnce = async ({ clock, find, make }) => {
    try {
        return await make();
    }
    catch (error) {
        if (!isPassing(error))
            throw error;
        await clock.sleep(pauseMs);
        return (await find()) ?? (await make());
    }
};

;// CONCATENATED MODULE: ./src/forge/github/checks.js




const runSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    app: schemas/* object */.Ikc({ slug: schemas/* string */.YjP().nullish() }).nullish(),
    output: schemas/* object */.Ikc({ title: schemas/* string */.YjP().nullish(), summary: schemas/* string */.YjP().nullish(), annotations_count: schemas/* int */.Whr().catch(0) }),
});
/** GitHub takes this many annotations with a request, and adds those of the next request to them. */
const perRequest = 50;
const toAnnotation = ({ path, line, level, message }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    message: message.slice(0, 60_000),
});
const inChunks = (items) => Array.from({ length: Math.max(1, Math.ceil(items.length / perRequest)) }, (_, index) => items.slice(index * perRequest, (index + 1) * perRequest));
const write = 'checks: write';
const createChecks = ({ api, accounts, clock, repository }) => {
    const isOwn = ({ app }) => typeof app?.slug !== 'string' || accounts.isOurs(`${app.slug}[bot]`);
    const find = async ({ head, name }) => {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/commits/{head}/check-runs',
            parameters: { head, check_name: name, filter: 'latest', per_page: 100 },
            permission: write,
        });
        const { check_runs: runs } = readAnswer(schemas/* object */.Ikc({ check_runs: schemas/* array */.YOg(runSchema) }), reply.data, 'checks');
        return runs.filter(run => run.name === name && isOwn(run)).toSorted((left, right) => right.id - left.id)[0];
    };
    const resultOf = ({ conclusion, title, summary }, annotations) => ({
        status: 'completed',
        conclusion,
        output: { title: cutTitle(title), summary: cutBody(summary), annotations },
    });
    const create = async (check, annotations) => {
        const reply = await api.rest({
            route: 'POST /repos/{owner}/{repo}/check-runs',
            parameters: { name: check.name, head_sha: check.head, ...resultOf(check, annotations) },
            permission: write,
            once: true,
        });
        return readAnswer(runSchema, reply.data, 'a check');
    };
    const update = async (run, check, annotations) => {
        const reply = await api.rest({
            route: 'PATCH /repos/{owner}/{repo}/check-runs/{id}',
            parameters: { id: run.id, ...resultOf(check, annotations) },
            permission: write,
            // A repeated request would add its annotations twice.
            once: true,
        });
        return readAnswer(runSchema, reply.data, 'a check');
    };
    return {
        report: async (check) => {
            const [first = [], ...rest] = inChunks(check.annotations.map(toAnnotation));
            const before = await find(check);
            // Annotations cannot be taken back, so a check that has some is replaced by a newer one of its name, which is the one that counts.
            const isFree = before !== undefined && before.output.annotations_count === 0;
            let run = isFree
                ? await update(before, check, first)
                : await makeOnce({
                    clock,
                    make: () => create(check, first),
                    find: async () => {
                        const found = await find(check);
                        return found === undefined || found.id === before?.id ? undefined : found;
                    },
                });
            for (const annotations of rest)
                run = await update(run, check, annotations);
            return { url: run.html_url ?? `https://github.com/${repository}/commit/${check.head}` };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/paging.js

/** Selects where the next page begins. */
const pageSelection = 'pageInfo { hasNextPage endCursor }';
const pageInfoSchema = schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() });
/** All pages of a connection in its order; stops where GitHub knows none. */
async function* pagesOf(fetch) {
    let after = null;
    for (;;) {
        const page = await fetch(after);
        if (page === undefined)
            return;
        yield page.nodes;
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
        if (after === null)
            return;
    }
}

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/forge/github/markers.js

/** Only at the very end and on a line of its own, as the automation writes it: a text that is quoted may imitate one. */
const whole = /^<!-- perpetual-(issue|comment|discussion) ([\w.!~*'()%-]+) -->\s*$/;
/** The body without its marker; the marker counts only together with the author. */
const readMarked = (text) => {
    // From its last beginning on, so that a stranger's 65,536 line breaks take no quadratic time.
    const start = text.lastIndexOf('<!-- perpetual-');
    const isOwnLine = start === 0 || text[start - 1] === '\n';
    const found = isOwnLine ? whole.exec(text.slice(start)) : null;
    if (found === null)
        return undefined;
    const [, kind = '', encoded = ''] = found;
    let end = start;
    while (text[end - 1] === '\n')
        end -= 1;
    try {
        return { body: text.slice(0, end), kind, marker: decodeURIComponent(encoded) };
    }
    catch {
        return undefined;
    }
};
const render = (kind, marker) => `<!-- perpetual-${kind} ${encodeURIComponent(marker)} -->`;
/** A body with its marker at the end, hidden from readers, and within GitHub's limit. */
const withMarker = (body, kind, marker) => {
    const rendered = render(kind, marker);
    const text = cutBody(body, { reserved: rendered.length + 2 });
    return text === '' ? rendered : `${text}\n\n${rendered}`;
};

;// CONCATENATED MODULE: ./src/forge/github/issue-records.js




/** GitHub's times have no milliseconds. */
const toTime = (text) => (0,instant/* toInstant */.fN)(Date.parse(text));
const labelsSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
const labelsSelection = 'labels(first: 100) { nodes { name } }';
const labelNames = ({ nodes }) => nodes.map(({ name }) => name);

const issueSchema = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED']),
    createdAt: schemas/* string */.YjP(),
    author: actorSchema,
    labels: labelsSchema,
});
/** Selects what `toIssue` reads. */
const issueSelection = `number title body state createdAt author { ${actorSelection} } ${labelsSelection}`;
/** REST's form of the same. */
const restIssueSchema = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* enum */.k5n(['open', 'closed']),
    created_at: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP() })])),
});
const withoutMarker = (issue, isOurs) => {
    const marked = readMarked(issue.body);
    if (marked?.kind !== 'issue')
        return { issue, marker: undefined };
    return { issue: { ...issue, body: marked.body }, marker: isOurs(issue.author) ? marked.marker : undefined };
};
const toIssue = (raw, isOurs) => withoutMarker({
    number: raw.number,
    title: raw.title,
    body: raw.body,
    labels: labelNames(raw.labels),
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    author: authorOf(raw.author),
    createdAt: toTime(raw.createdAt),
}, isOurs);
const fromRestIssue = (raw, isOurs) => withoutMarker({
    number: raw.number,
    title: raw.title,
    body: raw.body ?? '',
    labels: raw.labels.map(label => (typeof label === 'string' ? label : label.name)),
    state: raw.state,
    author: raw.user?.login ?? 'ghost',
    createdAt: toTime(raw.created_at),
}, isOurs);

;// CONCATENATED MODULE: ./src/forge/github/pull-records.js



const oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const pullSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED', 'MERGED']),
    createdAt: schemas/* string */.YjP(),
    closedAt: schemas/* string */.YjP().nullish(),
    mergedAt: schemas/* string */.YjP().nullish(),
    headRefName: schemas/* string */.YjP(),
    headRefOid: schemas/* string */.YjP(),
    baseRefName: schemas/* string */.YjP(),
    isCrossRepository: schemas/* boolean */.zMY(),
    mergeable: schemas/* string */.YjP(),
    mergeCommit: oidSchema.nullish(),
    author: actorSchema,
    labels: labelsSchema,
    commits: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ commit: oidSchema })) }),
});
/** Selects what `toPull` reads. */
const pullSelection = `id number title body url state createdAt closedAt mergedAt headRefName headRefOid baseRefName isCrossRepository mergeable mergeCommit { oid } author { ${actorSelection} } ${labelsSelection} commits(first: 1) { nodes { commit { oid } } }`;
const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' };
const toPull = (raw) => {
    const endedAt = raw.mergedAt ?? raw.closedAt ?? null;
    return {
        number: raw.number,
        title: raw.title,
        body: raw.body,
        branch: raw.headRefName,
        base: raw.baseRefName,
        head: raw.headRefOid,
        first: raw.commits.nodes[0]?.commit.oid ?? raw.headRefOid,
        state: states[raw.state],
        author: authorOf(raw.author),
        labels: labelNames(raw.labels),
        createdAt: toTime(raw.createdAt),
        mergeCommit: raw.state === 'MERGED' ? (raw.mergeCommit?.oid ?? null) : null,
        endedAt: raw.state === 'OPEN' || endedAt === null ? null : toTime(endedAt),
        url: raw.url,
    };
};
/** A pull request of a fork may bear any branch name; it never counts. */
const isHere = ({ isCrossRepository }) => !isCrossRepository;

;// CONCATENATED MODULE: ./src/forge/github/delivery-look.js






const refSchema = schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
const pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(pullSchema), pageInfo: pageInfoSchema });
const comparisonSchema = schemas/* object */.Ikc({
    commits: schemas/* array */.YOg(schemas/* object */.Ikc({ author: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(), commit: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }) })),
});
const trailer = (branch) => `Perpetual-Delivery: ${branch}`;
/** The delivered commit says so in its last line, and is believed only by its author. */
const deliveryMessage = ({ message, branch }) => `${message.trim()}\n\n${trailer(branch)}`;
const foreignBranch = (branch) => new errors/* PerpetualError */.nX(`Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`, { actBy: 'fix-config' });
const foreignPull = (branch, pull) => new errors/* PerpetualError */.nX(`Expected no pull request for \`${branch}\`, but ${authorOf(pull.author)} opened #${pull.number}: close it and rename its branch`, { actBy: 'fix-config' });
const branchHead = async ({ api }, branch) => {
    const ref = await api.field(refSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', `refs/heads/${branch}`] },
        permission: 'contents: read',
    });
    return ref?.target.oid;
};
/** The default branch's newest commit, asked together with whatever else is asked in the same tick. */
const baseHead = async (context) => {
    const head = await branchHead(context, context.defaultBranch);
    if (head !== undefined)
        return head;
    throw new errors/* PerpetualError */.nX(`Expected the branch \`${context.defaultBranch}\` to deliver to, but it is gone`, {
        actBy: 'fix-config',
    });
};
/** GitHub lists those of forks too, and a stranger can have opened any number of this name before ours: so every page counts. */
const pullOf = async ({ api, accounts }, branch) => {
    const pages = pagesOf(after => api.field(pageSchema, {
        selection: `pullRequests(headRefName: $branch, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
        variables: { branch: ['String!', branch], after: ['String', after] },
        permission: 'pull-requests: read',
        bytes: 50_000,
    }));
    let foreign;
    for await (const page of pages) {
        const here = page.filter(isHere);
        const own = here.find(pull => accounts.isOurs(authorOf(pull.author)));
        if (own !== undefined)
            return own;
        foreign ??= here.find(pull => pull.state === 'OPEN');
    }
    if (foreign !== undefined)
        throw foreignPull(branch, foreign);
    return undefined;
};
/** Whether the branch's first commit beyond the default branch is the automation's own delivery. */
const firstCommit = async ({ api, accounts, defaultBranch }, branch) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${defaultBranch}...${branch}`, per_page: 1 },
        permission: 'contents: read',
        expected: [404],
    });
    // Without a common ancestor it cannot have begun as a delivery.
    if (reply.status === 404)
        return 'foreign';
    const [first] = readAnswer(comparisonSchema, reply.data, 'a comparison').commits;
    if (first === undefined)
        return 'none';
    const isMarked = first.commit.message.trimEnd().endsWith(`\n${trailer(branch)}`);
    return isMarked && accounts.isOurs(first.author?.login ?? '') ? 'ours' : 'foreign';
};
/** What an earlier call, killed at any moment, left of a delivery. Throws where somebody else has the branch's name. */
const lookAtDelivery = async (context, branch) => {
    const [head, pull] = await Promise.all([branchHead(context, branch), pullOf(context, branch)]);
    if (pull !== undefined)
        return { type: 'opened', pull };
    if (head === undefined)
        return { type: 'nothing' };
    const first = await firstCommit(context, branch);
    if (first === 'foreign')
        throw foreignBranch(branch);
    return first === 'ours' ? { type: 'delivered' } : { type: 'branch', head };
};

;// CONCATENATED MODULE: ./src/forge/github/contents.js

const createContents = (context) => ({
    head: () => baseHead(context),
    read: (head, paths) => context.objects.read(head, paths),
    list: (head, folder) => context.objects.list(head, folder),
    readBytes: (head, path) => context.objects.readBytes(head, path),
    versions: (head, folder) => context.objects.oids(head, folder),
});

;// CONCATENATED MODULE: ./src/forge/github/discussions.js








const categoriesSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), slug: schemas/* string */.YjP() })) });
const discussionSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), title: schemas/* string */.YjP(), body: schemas/* string */.YjP(), url: schemas/* string */.YjP(), author: actorSchema });
const discussionSelection = `id title body url author { ${actorSelection} }`;
const discussions_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(discussionSchema), pageInfo: pageInfoSchema });
/** A task's handoff is edited while it is worked on, so it is among the newest thousand. */
const maxPages = 10;
const createDiscussions = (context) => {
    const { api, accounts, clock, repository, repositoryId } = context;
    const categoryId = async (wanted) => {
        const found = await api.field(categoriesSchema, {
            selection: 'discussionCategories(first: 100) { nodes { id name slug } }',
            variables: {},
            permission: 'discussions: read',
        });
        const nodes = found?.nodes ?? [];
        const category = nodes.find(({ name, slug }) => [name, slug].some(each => each.toLowerCase() === wanted.toLowerCase()));
        if (category !== undefined)
            return category.id;
        const names = nodes.map(({ name }) => `\`${name}\``).join(', ') || 'none: tick Discussions under Settings → General → Features';
        throw new errors/* PerpetualError */.nX(`Expected a discussion category \`${wanted}\` in ${repository}, found ${names}`, {
            actBy: 'fix-config',
        });
    };
    const find = async (category, marker) => {
        const pages = pagesOf(after => api.field(discussions_pageSchema, {
            selection: `discussions(first: 100, after: $after, categoryId: $category, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ${discussionSelection} } ${pageSelection} }`,
            variables: { after: ['String', after], category: ['ID', category] },
            permission: 'discussions: read',
            bytes: 300_000,
        }));
        let looked = 0;
        for await (const page of pages) {
            const own = page.find(({ author, body }) => {
                const marked = accounts.isOurs(authorOf(author)) ? readMarked(body) : undefined;
                return marked?.kind === 'discussion' && marked.marker === marker;
            });
            looked += 1;
            if (own !== undefined || looked >= maxPages)
                return own;
        }
        return undefined;
    };
    const write = async (field) => {
        const [result] = await api.mutate([
            { ...field, selection: `discussion { ${discussionSelection} }`, permission: 'discussions: write' },
        ]);
        if (result?.type === 'failed')
            throw result.error;
        return readAnswer(schemas/* object */.Ikc({ discussion: discussionSchema }), result?.data, 'a discussion').discussion;
    };
    return {
        publish: async ({ category, title, body, marker }) => {
            const id = await categoryId(category);
            const text = { title: cutTitle(title), body: withMarker(body, 'discussion', marker) };
            const before = await find(id, marker);
            if (before !== undefined && before.body === text.body && before.title === text.title)
                return { url: before.url };
            if (before !== undefined) {
                const input = { discussionId: before.id, ...text };
                return { url: (await write({ name: 'updateDiscussion', inputType: 'UpdateDiscussionInput', input })).url };
            }
            const input = { repositoryId, categoryId: id, ...text };
            const make = () => write({ name: 'createDiscussion', inputType: 'CreateDiscussionInput', input });
            return { url: (await makeOnce({ clock, make, find: () => find(id, marker) })).url };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/assign-issue.js

/** GitHub takes no more on one issue. */
const mostAssignees = 10;
/**
 * Assigns people to an issue, beside those who have it. This route leaves out whom GitHub cannot assign; the one that makes an issue
 * refuses it because of them. https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue
 */
const assignIssue = async ({ api, warn }, { number, assignees = [] }) => {
    if (assignees.length === 0)
        return;
    try {
        await api.rest({
            route: 'POST /repos/{owner}/{repo}/issues/{number}/assignees',
            parameters: { number, assignees: assignees.slice(0, mostAssignees) },
            permission: 'issues: write',
        });
    }
    catch (error) {
        warn(`Nobody was assigned to #${number} (github.reviewers: ${assignees.join(', ')}): ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/comments.js






const commentSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
const perPage = 100;
/** Far beyond what a task gathers; a flood of comments does not keep a session busy for longer. */
const comments_maxPages = 50;
const missingIssue = (number) => new errors/* PerpetualError */.nX(`Expected issue #${number}, but there is none: it was deleted or moved to another repository`, {
    actBy: 'fix-config',
});
/** Deleted, never there, or moved: GitHub redirects the number of an issue that was transferred. */
const goneStatuses = [301, 307, 308, 404, 410];
/** A bot may not write where a person locked the conversation, whatever its permissions are. */
const isLocked = ({ status, message }) => status === 403 && /is locked/i.test(message);
/** Why a comment was not written; throws what is nobody's decision. */
const refusalOf = (reply) => {
    if (isLocked(reply))
        return 'locked';
    if (reply.status === 403 && reply.error !== undefined)
        throw reply.error;
    return 'gone';
};
const createComments = ({ api, accounts, clock }) => {
    const fetchAll = async (number) => {
        const all = [];
        for (let page = 1; page <= comments_maxPages; page += 1) {
            const reply = await api.rest({
                route: 'GET /repos/{owner}/{repo}/issues/{number}/comments',
                parameters: { number, per_page: perPage, page },
                permission: 'issues: read',
                expected: goneStatuses,
            });
            if (reply.status >= 300)
                return undefined;
            const found = readAnswer(schemas/* array */.YOg(commentSchema), reply.data, 'comments');
            all.push(...found);
            if (found.length < perPage)
                break;
        }
        return all;
    };
    const ownMarked = ({ user, body }) => {
        const marked = accounts.isOurs(user?.login ?? '') ? readMarked(body ?? '') : undefined;
        return marked?.kind === 'comment' ? marked : undefined;
    };
    const withMark = (comments, marker) => comments.find(comment => ownMarked(comment)?.marker === marker);
    const write = async (number, { body, marker }) => {
        const text = withMarker(body, 'comment', marker);
        const comments = await fetchAll(number);
        if (comments === undefined)
            return 'gone';
        const before = withMark(comments, marker);
        if (before?.body === text)
            return 'same';
        if (before !== undefined) {
            const edited = await api.rest({
                route: 'PATCH /repos/{owner}/{repo}/issues/comments/{id}',
                parameters: { id: before.id, body: text },
                permission: 'issues: write',
                expected: [403, 404],
            });
            if (edited.status < 300)
                return 'edited';
            // Where it is not there any more somebody removed it meanwhile.
            if (edited.status === 403)
                return refusalOf(edited);
        }
        const make = async () => {
            const reply = await api.rest({
                route: 'POST /repos/{owner}/{repo}/issues/{number}/comments',
                parameters: { number, body: text },
                permission: 'issues: write',
                expected: [403, ...goneStatuses],
                once: true,
            });
            return reply.status < 300 ? 'created' : refusalOf(reply);
        };
        const find = async () => withMark((await fetchAll(number)) ?? [], marker) === undefined ? undefined : 'created';
        return makeOnce({ clock, make, find });
    };
    return {
        write,
        /** Oldest first, without markers. */
        list: async (number) => {
            const found = await fetchAll(number);
            if (found === undefined)
                throw missingIssue(number);
            return found.map(raw => ({
                id: raw.id,
                author: raw.user?.login ?? 'ghost',
                body: readMarked(raw.body ?? '')?.body ?? raw.body ?? '',
                createdAt: toTime(raw.created_at),
            }));
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/issue-markers.js




const issue_markers_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(issueSchema), pageInfo: pageInfoSchema });
/** Issues a hundred at a time. GraphQL lists no pull requests among them, which REST does. */
async function* issuePages(context, { order, states, labels }) {
    const { api, accounts } = context;
    const pages = pagesOf(after => api.field(issue_markers_pageSchema, {
        selection: `issues(first: 100, after: $after, states: $states, labels: $labels, orderBy: { field: CREATED_AT, direction: ${order} }) { nodes { ${issueSelection} } ${pageSelection} }`,
        variables: { after: ['String', after], states: ['[IssueState!]', states], labels: ['[String!]', labels] },
        permission: 'issues: read',
        bytes: 300_000,
    }));
    for await (const page of pages)
        yield page.map(raw => toIssue(raw, accounts.isOurs));
}
/** How long what is known of the markers is believed: another process may import the same tasks. */
const freshMs = 30_000;
/** Importing 44 tasks costs one listing: what was seen once is known, and later looks stop at the newest issue seen. */
const createIssueMarkers = (context) => {
    const known = new Map();
    let newest = 0;
    let lookedAt;
    let looking;
    const note = (marker, { number }) => {
        // The oldest is the one that counts, as it was the first.
        known.set(marker, Math.min(number, known.get(marker) ?? number));
    };
    const look = async () => {
        const at = context.clock.now();
        let highest = newest;
        for await (const page of issuePages(context, { order: 'DESC', states: ['OPEN', 'CLOSED'], labels: null })) {
            for (const { issue, marker } of page) {
                highest = Math.max(highest, issue.number);
                if (marker !== undefined)
                    note(marker, issue);
            }
            if (page.some(({ issue }) => issue.number <= newest))
                break;
        }
        newest = highest;
        lookedAt = at;
    };
    const lookOnce = () => {
        looking ??= look().finally(() => {
            looking = undefined;
        });
        return looking;
    };
    const isFresh = () => lookedAt !== undefined && (0,instant/* toEpochMs */.x8)(context.clock.now()) - (0,instant/* toEpochMs */.x8)(lookedAt) < freshMs;
    return {
        note,
        find: async (marker) => {
            if (!known.has(marker) && !isFresh())
                await lookOnce();
            return known.get(marker);
        },
        findNow: async (marker) => {
            await lookOnce();
            return known.get(marker);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/issues.js








const uniqueLabels = (labels) => [...new Set(labels)];
const createIssues = (context) => {
    const { api, accounts, clock } = context;
    const markers = createIssueMarkers(context);
    const comments = createComments(context);
    const load = async (number) => {
        const found = await api.field(issueSchema, {
            selection: `issue(number: $number) { ${issueSelection} }`,
            variables: { number: ['Int!', number] },
            permission: 'issues: read',
            bytes: 20_000,
        });
        return found === undefined ? undefined : toIssue(found, accounts.isOurs);
    };
    const loadKnown = async (number) => number === undefined ? undefined : (await load(number))?.issue;
    const post = async ({ title, body, labels, marker, assignees }) => {
        const reply = await api.rest({
            route: 'POST /repos/{owner}/{repo}/issues',
            // REST makes labels that do not exist.
            parameters: { title: cutTitle(title), body: withMarker(body, 'issue', marker), labels: uniqueLabels(labels) },
            permission: 'issues: write',
            once: true,
        });
        const { issue } = fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs);
        markers.note(marker, issue);
        await assignIssue(context, { number: issue.number, assignees });
        return issue;
    };
    /** A changed body keeps the marker of the one before. */
    const bodyOf = async (number, body) => {
        const before = await load(number);
        if (before === undefined)
            throw missingIssue(number);
        return before.marker === undefined ? cutBody(body) : withMarker(body, 'issue', before.marker);
    };
    const update = async (number, { title, body, labels, state, assignees }) => {
        const reply = await api.rest({
            route: 'PATCH /repos/{owner}/{repo}/issues/{number}',
            parameters: {
                number,
                ...(title === undefined ? {} : { title: cutTitle(title) }),
                ...(body === undefined ? {} : { body: await bodyOf(number, body) }),
                ...(labels === undefined ? {} : { labels: uniqueLabels(labels) }),
                ...(state === undefined ? {} : { state }),
            },
            permission: 'issues: write',
            expected: goneStatuses,
        });
        if (reply.status >= 300)
            throw missingIssue(number);
        await assignIssue(context, { number, assignees });
        return fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs).issue;
    };
    return {
        create: async (issue) => {
            const known = await loadKnown(await markers.find(issue.marker));
            if (known !== undefined)
                return known;
            return makeOnce({ clock, make: () => post(issue), find: async () => loadKnown(await markers.findNow(issue.marker)) });
        },
        get: async (number) => (await load(number))?.issue,
        list: async ({ state, labels = [] }) => {
            const states = state === undefined ? ['OPEN', 'CLOSED'] : [state.toUpperCase()];
            const found = [];
            // GraphQL lists what has any of the labels, so one is asked for and the rest is looked at here.
            const first = labels[0];
            for await (const page of issuePages(context, { order: 'ASC', states, labels: first === undefined ? null : [first] })) {
                found.push(...page.map(({ issue }) => issue).filter(issue => labels.every(label => issue.labels.includes(label))));
            }
            return found;
        },
        update,
        comment: comments.write,
        comments: comments.list,
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/forge/github/byte-cache.js
/** Keeps at most `maxBytes`, counted as two bytes a UTF-16 unit, which is the most that V8 takes. */
const createByteCache = (maxBytes) => {
    const texts = new Map();
    let bytes = 0;
    const remove = (key) => {
        bytes -= 2 * (texts.get(key)?.length ?? 0);
        texts.delete(key);
    };
    return {
        get: key => {
            const text = texts.get(key);
            if (text === undefined)
                return undefined;
            texts.delete(key);
            texts.set(key, text);
            return text;
        },
        set: (key, text) => {
            remove(key);
            texts.set(key, text);
            bytes += 2 * text.length;
            for (const oldest of texts.keys()) {
                if (bytes <= maxBytes || oldest === key)
                    break;
                remove(oldest);
            }
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/blobs.js




/** Git's name for a file's bytes. */
const blobOid = (text) => (0,external_node_crypto_.createHash)('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
/** What is read lives as long as its name does, which is for ever; 64 MB hold the state and a database of 50,000 pairs. */
const maxCachedBytes = 64 * 1024 * 1024;
/** GraphQL cuts texts at half a megabyte or so; larger files come one by one through REST, whole up to 100 MB. */
const maxGraphqlBytes = 400_000;
const blobSelection = 'oid text isTruncated';
const graphqlBlobSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), text: schemas/* string */.YjP().nullable(), isTruncated: schemas/* boolean */.zMY() });
const restBlobSchema = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* literal */.euz('base64') });
/** Files by their object id, asked for together and read once. */
const createBlobs = (api) => {
    const cache = createByteCache(maxCachedBytes);
    const keep = (text) => {
        const oid = blobOid(text);
        cache.set(oid, text);
        return oid;
    };
    /** GitHub gives no text of what it takes for binary, and may change what is not UTF-8: the name tells. */
    const accept = ({ oid, text, isTruncated }) => {
        if (text !== null && !isTruncated && blobOid(text) === oid)
            cache.set(oid, text);
    };
    const fetchBytes = async (oid) => {
        const { data } = await api.rest({
            route: 'GET /repos/{owner}/{repo}/git/blobs/{oid}',
            parameters: { oid },
            permission: 'contents: read',
        });
        return Buffer.from(readAnswer(restBlobSchema, data, 'a file').content, 'base64');
    };
    const fetchWhole = async (oid) => {
        const text = (await fetchBytes(oid)).toString('utf8');
        cache.set(oid, text);
        return text;
    };
    const readBytes = async ({ oid }) => {
        const known = cache.get(oid);
        return known !== undefined && blobOid(known) === oid ? Buffer.from(known) : await fetchBytes(oid);
    };
    const read = async ({ oid, bytes }) => {
        const known = cache.get(oid);
        if (known !== undefined)
            return known;
        if (bytes > maxGraphqlBytes)
            return fetchWhole(oid);
        const blob = await api.field(graphqlBlobSchema, {
            selection: `object(oid: $oid) { ... on Blob { ${blobSelection} } }`,
            variables: { oid: ['GitObjectID!', oid] },
            permission: 'contents: read',
            bytes,
        });
        if (blob !== undefined)
            accept(blob);
        return cache.get(oid) ?? fetchWhole(oid);
    };
    return { read, readBytes, keep, accept };
};

;// CONCATENATED MODULE: ./src/forge/github/tree-listing.js



const entrySchema = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    mode: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    size: schemas/* number */.aig().optional(),
});
const treeSchema = schemas/* object */.Ikc({ tree: schemas/* array */.YOg(entrySchema), truncated: schemas/* boolean */.zMY().catch(false) });
/** Symbolic links (120000) and submodules (160000) are no files. */
const isFileMode = (mode) => mode === '100644' || mode === '100755';
const fetchTree = async (api, oid, recursive) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/git/trees/{oid}',
        parameters: { oid, ...(recursive ? { recursive: '1' } : {}) },
        permission: 'contents: read',
        expected: [404, 422],
    });
    return reply.status === 200 ? readAnswer(treeSchema, reply.data, 'a tree') : undefined;
};
/** Every file below a tree or commit. GitHub cuts a recursive tree at 100,000 entries or 7 MB; then each folder is asked for by itself. */
const walk = async (api, oid, prefix) => {
    const whole = await fetchTree(api, oid, true);
    if (whole === undefined)
        return undefined;
    const isCut = whole.truncated;
    const entries = isCut ? ((await fetchTree(api, oid, false)) ?? whole).tree : whole.tree;
    const files = [];
    for (const { path, mode, type, sha, size = 0 } of entries) {
        if (isFileMode(mode))
            files.push([prefix + path, { oid: sha, bytes: size }]);
        else if (isCut && type === 'tree')
            files.push(...((await walk(api, sha, `${prefix}${path}/`)) ?? []));
    }
    return files;
};
/** All files at a commit; one request unless the repository is huge. */
const listTree = async (api, commit) => {
    const files = await walk(api, commit, '');
    if (files === undefined)
        throw new errors/* GoneCommitError */.x7(commit);
    return new Map(files);
};

;// CONCATENATED MODULE: ./src/forge/github/objects.js




/** A session looks at its last few commits, and at one for each delivery. */
const maxSnapshots = 12;
/** `Commit.file` gives modes as numbers: 0100644 and 0100755. Symbolic links and submodules are no files. */
const objects_isFileMode = (mode) => mode === 0o100644 || mode === 0o100755;
const fileSchema = schemas/* object */.Ikc({
    file: schemas/* object */.Ikc({ mode: schemas/* int */.Whr(), type: schemas/* string */.YjP(), object: graphqlBlobSchema.nullable().catch(null), size: schemas/* int */.Whr() }).nullable(),
});
const fileSelection = `file(path: $path) { mode type size object { ... on Blob { ${blobSelection} } } }`;
const fileAtRefSchema = schemas/* object */.Ikc({ target: fileSchema.extend({ oid: schemas/* string */.YjP() }) });
/** What a text of the state has, about. */
const fileBytes = 50_000;
const isCommit = (head) => /^[0-9a-f]{40}$/.test(head);
const createObjects = (api) => {
    const blobs = createBlobs(api);
    const snapshots = new Map();
    const listings = new Map();
    const nothing = { files: new Map(), complete: true };
    const keepSnapshot = (commit, snapshot) => {
        snapshots.delete(commit);
        snapshots.set(commit, snapshot);
        for (const oldest of snapshots.keys()) {
            if (snapshots.size <= maxSnapshots)
                break;
            snapshots.delete(oldest);
        }
        return snapshot;
    };
    const snapshotOf = (commit) => {
        if (commit === null)
            return nothing;
        if (!isCommit(commit))
            throw new errors/* GoneCommitError */.x7(commit);
        return keepSnapshot(commit, snapshots.get(commit) ?? { files: new Map(), complete: false });
    };
    const accept = ({ file }) => {
        const blob = file?.object ?? null;
        if (file === null || blob === null || !objects_isFileMode(file.mode))
            return null;
        blobs.accept(blob);
        return { oid: blob.oid, bytes: file.size };
    };
    const bringOne = async (ref, path) => {
        const found = await api.field(fileAtRefSchema, {
            selection: `ref(qualifiedName: $ref) { target { oid ... on Commit { ${fileSelection} } } }`,
            variables: { ref: ['String!', ref], path: ['String!', path] },
            permission: 'contents: read',
            bytes: fileBytes,
        });
        if (found !== undefined)
            snapshotOf(found.target.oid).files.set(path, accept(found.target));
    };
    const findOne = async (commit, path) => {
        const found = await api.field(fileSchema, {
            selection: `object(oid: $commit) { ... on Commit { ${fileSelection} } }`,
            variables: { commit: ['GitObjectID!', commit], path: ['String!', path] },
            permission: 'contents: read',
            bytes: fileBytes,
        });
        if (found === undefined)
            throw new errors/* GoneCommitError */.x7(commit);
        return accept(found);
    };
    const find = async (commit, paths) => {
        // A list that is under way tells where these files are too.
        const snapshot = (await listings.get(commit ?? '')?.catch(() => undefined)) ?? snapshotOf(commit);
        const unknown = snapshot.complete || commit === null ? [] : [...new Set(paths)].filter(path => !snapshot.files.has(path));
        await Promise.all(unknown.map(async (path) => {
            snapshot.files.set(path, await findOne(commit ?? '', path));
        }));
        return new Map(paths.flatMap(path => {
            const file = snapshot.files.get(path) ?? null;
            return file === null ? [] : [[path, file]];
        }));
    };
    const complete = async (commit) => {
        const snapshot = snapshotOf(commit);
        if (snapshot.complete || commit === null)
            return snapshot;
        const known = listings.get(commit);
        if (known !== undefined)
            return known;
        const listing = listTree(api, commit).then(files => keepSnapshot(commit, { files: new Map(files), complete: true }));
        listings.set(commit, listing);
        return listing.finally(() => listings.delete(commit));
    };
    const oids = async (commit, folder) => {
        const start = folder.replace(/\/+$/, '');
        const { files } = await complete(commit);
        return new Map([...files]
            .flatMap(([path, file]) => file !== null && (start === '' || path.startsWith(`${start}/`)) ? [[path, file.oid]] : [])
            .toSorted(([left], [right]) => (left < right ? -1 : 1)));
    };
    return {
        bring: async (ref, paths) => void (await Promise.all(paths.map(path => bringOne(ref, path)))),
        read: async (commit, paths) => {
            const found = await find(commit, paths);
            return new Map(await Promise.all([...found].map(async ([path, file]) => [path, await blobs.read(file)])));
        },
        readBytes: async (commit, path) => {
            const file = (await find(commit, [path])).get(path);
            return file && blobs.readBytes(file);
        },
        list: async (commit, folder) => [...(await oids(commit, folder)).keys()],
        oids,
        effective: async (commit, changes) => {
            const present = await find(commit, changes.filter(change => change.text === null).map(change => change.path));
            return changes.filter(change => change.text !== null || present.has(change.path));
        },
        adopt: (base, commit, changes) => {
            const before = base === null ? nothing : snapshots.get(base);
            const files = new Map(before?.files);
            for (const { path, text } of changes) {
                files.set(path, text === null ? null : { oid: blobs.keep(text), bytes: Buffer.byteLength(text) });
            }
            keepSnapshot(commit, { files, complete: before?.complete ?? false });
            // Nobody reads what was just replaced, and it must not drive out what is read again.
            if (base !== null)
                snapshots.delete(base);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/people.js



const permissionSchema = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() });
/** Logins of people and of managed users (with `_`). No bot's: whatever an App may write, it says what strangers make it say. */
const isLogin = (login) => /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(login);
/** A permission that is taken away counts after this at the latest. */
const people_freshMs = 60_000;
const createPeople = ({ api, accounts, clock }) => {
    const known = new Map();
    const ask = async (login) => {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/collaborators/{login}/permission',
            parameters: { login },
            permission: 'metadata: read',
            expected: [404],
        });
        if (reply.status === 404)
            return false;
        // The legacy word: `maintain` is `write` here, `triage` is `read`.
        const { permission } = readAnswer(permissionSchema, reply.data, 'a permission');
        return permission === 'admin' || permission === 'write';
    };
    return {
        account: accounts.own,
        mayWrite: async (login) => {
            if (!isLogin(login))
                return false;
            const key = login.toLowerCase();
            const before = known.get(key);
            const at = clock.now();
            if (before !== undefined && (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(before.at) < people_freshMs)
                return before.mayWrite;
            const mayWrite = await ask(login);
            known.set(key, { mayWrite, at });
            return mayWrite;
        },
    };
};

// EXTERNAL MODULE: ./src/forge/file-path.js
var file_path = __webpack_require__(5131);
;// CONCATENATED MODULE: ./src/forge/github/commits.js



const committedSchema = schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
/** One commit on a branch that must still be at `base`; without author or committer, so that GitHub signs it. */
const commitMutation = ({ repository }, { branch, base, changes, message }) => {
    const [headline = '', ...rest] = message.trim().split('\n');
    return {
        name: 'createCommitOnBranch',
        inputType: 'CreateCommitOnBranchInput',
        input: {
            branch: { repositoryNameWithOwner: repository, branchName: branch },
            expectedHeadOid: base,
            message: { headline, body: rest.join('\n').trim() },
            fileChanges: {
                additions: changes.flatMap(({ path, text }) => text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }]),
                deletions: changes.flatMap(({ path, text }) => (text === null ? [{ path }] : [])),
            },
        },
        selection: 'commit { oid }',
        permission: 'contents: write',
    };
};
const committedOid = (data) => readAnswer(committedSchema, data, 'a commit').commit.oid;
const isStale = ({ type, message }) => type === 'STALE_DATA' ||
    type === 'NOT_FOUND' ||
    /expected branch to point to|no commit exists with specified expectedHeadOid/i.test(message);
/** Commits, or says that somebody was first. */
const commitOn = async (context, commit) => {
    const [result] = await context.api.mutate([commitMutation(context, commit)]);
    if (result === undefined)
        throw new errors/* GoneCommitError */.x7(commit.base);
    if (result.type === 'done')
        return { type: 'written', oid: committedOid(result.data) };
    if (isStale(result.failure))
        return { type: 'stale' };
    throw result.error;
};
const shaSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
/** A commit without parents of a tree that exists. */
const commitRoot = async ({ api }, { message, tree }) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/commits',
        parameters: { message, tree, parents: [] },
        permission: 'contents: write',
    });
    return readAnswer(shaSchema, reply.data, 'a commit').sha;
};
const writeTree = async ({ api }, changes) => {
    const tree = changes.flatMap(({ path, text }) => (text === null ? [] : [{ path, mode: '100644', type: 'blob', content: text }]));
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/trees',
        parameters: { tree },
        permission: 'contents: write',
    });
    return readAnswer(shaSchema, reply.data, 'a tree').sha;
};
/** False where the reference exists already. */
const createReference = async ({ api }, ref, oid) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref, sha: oid },
        permission: 'contents: write',
        expected: [422],
        once: true,
    });
    if (reply.error !== undefined && !/already exists/i.test(reply.message))
        throw reply.error;
    return reply.error === undefined;
};

;// CONCATENATED MODULE: ./src/forge/github/merge.js




/** GitHub computes in the background whether a pull request can be merged, and other merges come in between. */
const rounds = 10;
const merge_pauseMs = 1_000;
const methods = ['merge', 'squash', 'rebase'];
const missingPull = (number) => new errors/* PerpetualError */.nX(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' });
/** A pull request of this repository; undefined for an issue's number and for one that comes from a fork. */
const loadPull = async ({ api }, number) => {
    const found = await api.field(pullSchema, {
        selection: `pullRequest(number: $number) { ${pullSelection} }`,
        variables: { number: ['Int!', number] },
        permission: 'pull-requests: read',
        bytes: 20_000,
    });
    return found !== undefined && isHere(found) ? found : undefined;
};
const mergedSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
const put = async ({ api }, request, method) => {
    const { number, expectedHead, message } = request;
    const [title = '', ...rest] = message.trim().split('\n');
    return api.rest({
        route: 'PUT /repos/{owner}/{repo}/pulls/{number}/merge',
        parameters: { number, sha: expectedHead, merge_method: method, commit_title: title, commit_message: rest.join('\n').trim() },
        permission: 'contents: write',
        expected: [405, 409, 422],
    });
};
const refused = (reason) => ({ type: 'refused', reason });
const merge_comparisonSchema = schemas/* object */.Ikc({ merge_base_commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
const tipSchema = schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
/** GitHub does not name the files in conflict: they are among those that both sides changed and that differ. */
const conflictPaths = async ({ api, objects }, pull) => {
    const base = await api.field(tipSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', `refs/heads/${pull.baseRefName}`] },
        permission: 'contents: read',
    });
    if (base === undefined)
        return [];
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${base.target.oid}...${pull.headRefOid}`, per_page: 1 },
        permission: 'contents: read',
        expected: [404],
    });
    if (reply.status === 404)
        return [];
    const fork = readAnswer(merge_comparisonSchema, reply.data, 'a comparison').merge_base_commit.sha;
    const [before, ours, theirs] = await Promise.all([fork, base.target.oid, pull.headRefOid].map(commit => objects.oids(commit, '')));
    const paths = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? []), ...(before?.keys() ?? [])])];
    return paths
        .filter(path => {
        const [was, here, there] = [before, ours, theirs].map(files => files?.get(path));
        return here !== there && here !== was && there !== was;
    })
        .toSorted();
};
const round = async (context, request) => {
    const { number, expectedHead } = request;
    const pull = await loadPull(context, number);
    if (pull === undefined)
        throw missingPull(number);
    if (pull.state === 'MERGED')
        return { type: 'merged', commit: pull.mergeCommit?.oid ?? pull.headRefOid };
    if (pull.state === 'CLOSED')
        return refused(`Pull request #${number} is closed: reopen it to merge it`);
    if (pull.headRefOid !== expectedHead)
        return { type: 'stale' };
    let reply;
    for (const method of methods) {
        reply = await put(context, request, method);
        if (reply.status === 200)
            return { type: 'merged', commit: readAnswer(mergedSchema, reply.data, 'a merge').sha };
        // "Merge commits are not allowed on this repository": the repository's owner chose another way.
        if (!/are not allowed on this repository/i.test(reply.message))
            break;
    }
    const message = reply?.message ?? '';
    if (reply?.status === 409 && !/base branch/i.test(message))
        return { type: 'stale' };
    if (/base branch was modified/i.test(message))
        return 'again';
    const now = await loadPull(context, number);
    if (now === undefined || now.state !== 'OPEN' || now.headRefOid !== expectedHead)
        return 'again';
    if (now.mergeable === 'UNKNOWN')
        return 'again';
    const paths = now.mergeable === 'CONFLICTING' ? await conflictPaths(context, now) : [];
    if (paths.length > 0)
        return { type: 'conflict', paths };
    return refused(`GitHub does not merge pull request #${number} (${message}): see what it waits for at ${pull.url}`);
};
/** Merges as the repository allows; decided again where the pull request changed meanwhile. */
const mergePull = async (context, request) => {
    for (let tried = 0; tried < rounds; tried += 1) {
        const result = await round(context, request);
        if (result !== 'again')
            return result;
        await context.clock.sleep(merge_pauseMs);
    }
    return refused(`GitHub is still finding out whether pull request #${request.number} can be merged: try again`);
};

// EXTERNAL MODULE: ./src/forge/branch-name.js
var branch_name = __webpack_require__(6137);
;// CONCATENATED MODULE: ./src/forge/github/delivery-mutations.js







const failed = (error) => ({ type: 'failed', error, noDrafts: false });
const createdSchema = schemas/* object */.Ikc({ pullRequest: pullSchema });
/** GitHub's words on private repositories of the Free plan. */
const draftsMissing = /draft pull requests are not supported/i;
const branchMutation = ({ repositoryId }, branch, base) => ({
    name: 'createRef',
    inputType: 'CreateRefInput',
    input: { repositoryId, name: `refs/heads/${branch}`, oid: base },
    selection: 'ref { name }',
    permission: 'contents: write',
});
const pullMutation = ({ repositoryId, defaultBranch }, { wanted, draft }) => ({
    name: 'createPullRequest',
    inputType: 'CreatePullRequestInput',
    input: {
        repositoryId,
        baseRefName: defaultBranch,
        headRefName: wanted.branch,
        title: cutTitle(wanted.title),
        body: cutBody(wanted.body),
        draft,
    },
    selection: `pullRequest { ${pullSelection} }`,
    permission: 'pull-requests: write',
});
/** Branch, commit and pull request, without what is there already. They run in this order, and each needs the one before. */
const mutationsOf = (context, job, base) => {
    const { wanted, standing } = job;
    const start = standing.type === 'branch' ? standing.head : base;
    const commit = { branch: wanted.branch, base: start, changes: wanted.files, message: deliveryMessage(wanted) };
    return [
        ...(standing.type === 'nothing' ? [branchMutation(context, wanted.branch, base)] : []),
        ...(standing.type === 'delivered' ? [] : [commitMutation(context, commit)]),
        pullMutation(context, job),
    ];
};
const outcomeOf = (results) => {
    const last = results.at(-1);
    if (last?.type === 'done') {
        return { type: 'opened', pull: readAnswer(createdSchema, last.data, 'a pull request').pullRequest, isNew: true };
    }
    // The first failure is the cause of those after it.
    const [first] = results.filter(result => result.type === 'failed');
    const error = first?.error ?? new errors/* PerpetualError */.nX('Expected a pull request, got no answer', { actBy: 'next-run' });
    return { type: 'failed', error, noDrafts: draftsMissing.test(first?.failure.message ?? '') };
};
/** Sends one document for all jobs; each has its own outcome. */
const sendJobs = async (context, jobs, base) => {
    const mutations = jobs.map(job => mutationsOf(context, job, base));
    try {
        const results = await context.api.mutate(mutations.flat());
        let from = 0;
        return mutations.map(({ length }) => {
            from += length;
            return outcomeOf(results.slice(from - length, from));
        });
    }
    catch (error) {
        if (!(error instanceof errors/* PerpetualError */.nX))
            throw error;
        return jobs.map(() => failed(error));
    }
};
/** A document above this is split: GitHub gives a request ten seconds. */
const delivery_mutations_maxDocumentBytes = 4_000_000;
/** Base64 is a third longer than what it stands for. */
const sizeOf = ({ wanted }) => wanted.files.reduce((sum, { text }) => sum + Buffer.byteLength(text ?? '') * 1.34, Buffer.byteLength(wanted.body));
const packJobs = (jobs) => {
    const documents = [];
    let bytes = 0;
    for (const job of jobs) {
        const last = documents.at(-1);
        if (last !== undefined && bytes + sizeOf(job) <= delivery_mutations_maxDocumentBytes)
            last.push(job);
        else {
            documents.push([job]);
            bytes = 0;
        }
        bytes += sizeOf(job);
    }
    return documents;
};

;// CONCATENATED MODULE: ./src/forge/github/pull-labels.js



const idSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP() });
const findLabelIds = async ({ api }, names) => {
    const ids = await Promise.all(names.map(name => api.field(idSchema, {
        selection: 'label(name: $name) { id }',
        variables: { name: ['String!', name] },
        permission: 'issues: read',
    })));
    return new Map(names.map((name, index) => [name, ids[index]?.id]));
};
const labelledSchema = schemas/* object */.Ikc({ labelable: schemas/* object */.Ikc({ labels: labelsSchema }) });
const mutationOf = (id, labelIds) => ({
    name: 'addLabelsToLabelable',
    inputType: 'AddLabelsToLabelableInput',
    input: { labelableId: id, labelIds },
    selection: `labelable { ... on PullRequest { ${labelsSelection} } }`,
    permission: 'pull-requests: write',
});
const withLabels = (pull, names) => ({
    ...pull,
    labels: { nodes: names.map(name => ({ name })) },
});
/** REST makes labels that do not exist yet, so this is the first time's way. */
const labelByName = async ({ api }, { pull, labels }) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/issues/{number}/labels',
        parameters: { number: pull.number, labels },
        permission: 'pull-requests: write',
    });
    const named = readAnswer(schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })), reply.data, 'labels');
    return withLabels(pull, named.map(({ name }) => name));
};
/** Adds labels to several pull requests with one request, but for those whose labels have to be made. */
const labelPulls = async (context, wanted, ids) => {
    const isKnown = ({ labels }) => labels.every(name => ids.get(name) !== undefined);
    const known = wanted.filter(isKnown);
    const results = known.length === 0
        ? []
        : await context.api.mutate(known.map(({ pull, labels }) => mutationOf(pull.id, labels.flatMap(name => ids.get(name) ?? []))), { repeatable: true });
    const labelled = new Map();
    for (const [index, { pull }] of known.entries()) {
        const result = results[index];
        if (result?.type === 'failed')
            throw result.error;
        const { labels } = readAnswer(labelledSchema, result?.data, 'labels').labelable;
        labelled.set(pull.id, withLabels(pull, labelNames(labels)));
    }
    for (const each of wanted.filter(one => !isKnown(one)))
        labelled.set(each.pull.id, await labelByName(context, each));
    return labelled;
};

;// CONCATENATED MODULE: ./src/forge/github/pull-reviewers.js

/** Asks people for a review; where one of them may not review here, GitHub refuses all, which is no failure of a delivery. */
const askForReviews = async ({ api, warn }, { number, reviewers }) => {
    if (reviewers.length === 0)
        return;
    try {
        await api.rest({
            route: 'POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers',
            parameters: { number, reviewers },
            permission: 'pull-requests: write',
        });
    }
    catch (error) {
        warn(`Nobody was asked to review #${number} (github.reviewers: ${reviewers.join(', ')}): ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/open-pulls.js










/** After these many looks something else is wrong than a crash, a race or a server that lags behind. */
const maxRounds = 4;
const open_pulls_pauseMs = 1_000;
/** Says that a pull request is a draft where the plan of the repository has none. */
const draftLabel = 'draft';
const check = ({ branch, files }) => {
    (0,branch_name/* checkBranchName */.I)(branch);
    for (const { path } of files)
        (0,file_path/* checkPath */.C)(path);
    if (files.some(({ text }) => text !== null))
        return;
    throw new errors/* PerpetualError */.nX(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' });
};
/** Opens pull requests, several of a tick with one request for what is there, one for what is missing and one for their labels. */
const createOpener = (context) => {
    let hasDrafts = true;
    /** One look at all, and a document for those that lack something. */
    const round = async (wanted) => {
        const looks = wanted.map(({ branch }) => lookAtDelivery(context, branch).catch((error) => {
            if (error instanceof errors/* PerpetualError */.nX)
                return failed(error);
            throw error;
        }));
        const [base, ...standings] = await Promise.all([baseHead(context), ...looks]);
        const jobs = [];
        const outcomes = wanted.map((each, index) => {
            const standing = standings[index];
            if (standing === undefined || standing.type === 'failed')
                return standing ?? failed(unanswered);
            if (standing.type === 'opened')
                return { ...standing, isNew: false };
            jobs.push({ wanted: each, standing, index, draft: each.draft && hasDrafts });
            return failed(unanswered);
        });
        for (const document of packJobs(jobs)) {
            const made = await sendJobs(context, document, base);
            for (const [position, { index }] of document.entries())
                outcomes[index] = made[position] ?? failed(unanswered);
        }
        if (outcomes.some(outcome => outcome.type === 'failed' && outcome.noDrafts))
            hasDrafts = false;
        return outcomes;
    };
    /** What failed because of a race or in passing is looked at again: each step is done at most once, whatever was done before. */
    const openAll = async (wanted) => {
        const outcomes = await round(wanted);
        for (let left = maxRounds - 1; left > 0; left -= 1) {
            const again = outcomes.flatMap((outcome, index) => outcome.type === 'failed' && outcome.error.actBy !== 'fix-config' ? [index] : []);
            if (again.length === 0)
                break;
            await context.clock.sleep(open_pulls_pauseMs);
            const made = await round(again.flatMap(index => wanted[index] ?? []));
            for (const [position, index] of again.entries())
                outcomes[index] = made[position] ?? failed(unanswered);
        }
        return outcomes;
    };
    const labelsOf = (wanted) => uniqueLabels([...wanted.labels, ...(wanted.draft && !hasDrafts ? [draftLabel] : [])]);
    /** A new one gets its labels; so does one that a killed call opened without any. */
    const labellings = (wanted, outcomes) => outcomes.flatMap((outcome, index) => {
        const each = wanted[index];
        const labels = each === undefined ? [] : labelsOf(each);
        if (outcome.type === 'failed' || labels.length === 0)
            return [];
        const isBare = outcome.pull.state === 'OPEN' && outcome.pull.labels.nodes.length === 0;
        return outcome.isNew || isBare ? [{ pull: outcome.pull, labels }] : [];
    });
    const open = async (wanted) => {
        // Asked in the same tick as the first look, so it is the same request.
        const names = uniqueLabels(wanted.flatMap(each => [...each.labels, ...(each.draft ? [draftLabel] : [])]));
        const [ids, outcomes] = await Promise.all([findLabelIds(context, names), openAll(wanted)]);
        const labelled = await labelPulls(context, labellings(wanted, outcomes), ids).catch((error) => {
            // What was opened is open; the next call for one without labels adds them.
            context.warn(`Deliveries were opened without labels: ${(0,errors/* messageOf */.bD)(error)}`);
            return new Map();
        });
        for (const [index, outcome] of outcomes.entries())
            if (outcome.type !== 'failed' && outcome.isNew)
                await askForReviews(context, { number: outcome.pull.number, reviewers: wanted[index]?.reviewers ?? [] });
        return outcomes.map(outcome => outcome.type === 'failed' ? outcome.error : toPull(labelled.get(outcome.pull.id) ?? outcome.pull));
    };
    const loader = new dataloader(open, { cache: false });
    return async (wanted) => {
        check(wanted);
        return loader.load(wanted);
    };
};
const unanswered = new errors/* PerpetualError */.nX('Expected a pull request, got no answer', { actBy: 'next-run' });

;// CONCATENATED MODULE: ./src/forge/github/pulls.js










const pulls_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(pullSchema), pageInfo: pageInfoSchema });
/** Pull requests, those of forks too, oldest first, a hundred at a time. */
const pullPages = ({ api }, states) => pagesOf(after => api.field(pulls_pageSchema, {
    selection: `pullRequests(first: 100, after: $after, states: $states, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
    variables: { after: ['String', after], states: ['[PullRequestState!]', states] },
    permission: 'pull-requests: read',
    bytes: 300_000,
}));
const filesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), status: schemas/* string */.YjP() }));
const filesPerPage = 100;
/** GitHub lists at most 3,000 files of a pull request. */
const maxFilePages = 30;
const changedPaths = async ({ api }, number) => {
    const paths = [];
    for (let page = 1; page <= maxFilePages; page += 1) {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/pulls/{number}/files',
            parameters: { number, per_page: filesPerPage, page },
            permission: 'pull-requests: read',
        });
        const files = readAnswer(filesSchema, reply.data, 'files');
        paths.push(...files.filter(({ status }) => status !== 'removed' && status !== 'unchanged').map(({ filename }) => filename));
        if (files.length < filesPerPage)
            break;
    }
    return paths.toSorted();
};
const edit = async (context, pull, { base, changes, message }) => {
    const { number, state, branch, head } = pull;
    if (state !== 'open')
        throw new errors/* PerpetualError */.nX(`Expected pull request #${number} to be open, it is ${state}`, { actBy: 'fix-config' });
    for (const { path } of changes)
        (0,file_path/* checkPath */.C)(path);
    if (head !== base)
        return { type: 'stale' };
    const effective = await context.objects.effective(base, changes);
    const result = await commitOn(context, { branch, base, changes: effective, message });
    if (result.type === 'stale')
        return result;
    context.objects.adopt(base, result.oid, effective);
    return { type: 'written', head: result.oid };
};
const closedSchema = schemas/* object */.Ikc({ pullRequest: pullSchema });
const pulls_close = async ({ api }, pull) => {
    if (pull.state !== 'OPEN')
        return pull;
    const [result] = await api.mutate([
        {
            name: 'closePullRequest',
            inputType: 'ClosePullRequestInput',
            input: { pullRequestId: pull.id },
            selection: `pullRequest { ${pullSelection} }`,
            permission: 'pull-requests: write',
        },
    ]);
    if (result?.type === 'done')
        return readAnswer(closedSchema, result.data, 'a pull request').pullRequest;
    // Somebody merged it meanwhile, or the answer says nothing: then it is asked for again.
    if (result?.failure.type === 'UNPROCESSABLE')
        return undefined;
    throw result?.error ?? missingPull(pull.number);
};
const createPulls = (context) => {
    const { objects } = context;
    const comments = createComments(context);
    const opener = createOpener(context);
    const load = async (number) => {
        const found = await loadPull(context, number);
        if (found === undefined)
            throw missingPull(number);
        return found;
    };
    return {
        open: opener,
        get: async (number) => {
            const found = await loadPull(context, number);
            return found === undefined ? undefined : toPull(found);
        },
        list: async ({ state, branchPrefix = '' }) => {
            const found = [];
            for await (const page of pullPages(context, state === undefined ? ['OPEN', 'CLOSED', 'MERGED'] : [state.toUpperCase()])) {
                const named = page.filter(pull => isHere(pull) && pull.headRefName.startsWith(branchPrefix));
                found.push(...named.map(toPull));
            }
            return found;
        },
        paths: async (number) => {
            await load(number);
            return changedPaths(context, number);
        },
        read: async (number, paths) => {
            const { mergeCommit, head } = toPull(await load(number));
            return objects.read(mergeCommit ?? head, paths);
        },
        edit: async (number, change) => edit(context, toPull(await load(number)), change),
        merge: (number, merge) => mergePull(context, { number, ...merge }),
        close: async (number) => toPull((await pulls_close(context, await load(number))) ?? (await load(number))),
        comment: async (number, marked) => {
            await load(number);
            return comments.write(number, marked);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/runs.js



const statusSchema = schemas/* object */.Ikc({ status: schemas/* string */.YjP().nullish() });
const jobsSchema = schemas/* object */.Ikc({
    total_count: schemas/* int */.Whr(),
    jobs: schemas/* array */.YOg(schemas/* object */.Ikc({ status: schemas/* string */.YjP(), runner_name: schemas/* string */.YjP().nullish() })),
});
/** `run/<run id>/<attempt>/<runner name>`, as the holder of a claim writes it. */
const started = /^run\/(\d{1,19})\/(\d{1,6})\/(.+)$/;
/**
 * Whether the Actions API proves that the job which holds a claim has ended: its attempt is completed, or every job that ran on its runner is.
 * Whatever is unclear, refused or unanswered is no proof.
 */
const createHasEnded = ({ api, repository, warn }) => {
    const ask = (route, parameters) => api.rest({
        route: `GET /repos/{owner}/{repo}/actions/runs/{run}/attempts/{attempt}${route}`,
        parameters,
        permission: 'actions: read',
    });
    const prove = async (run, attempt, runner) => {
        const parameters = { run, attempt };
        const whole = readAnswer(statusSchema, (await ask('', parameters)).data, 'a run');
        if (whole.status === 'completed')
            return true;
        const answer = await ask('/jobs', { ...parameters, per_page: 100 });
        const { jobs, total_count: total } = readAnswer(jobsSchema, answer.data, 'jobs');
        const here = jobs.filter(({ runner_name: name }) => name === runner);
        return jobs.length === total && here.length > 0 && here.every(({ status }) => status === 'completed');
    };
    return async ({ host, started: text }) => {
        if (host.toLowerCase() !== `github:${repository}`.toLowerCase())
            return false;
        const [, run = '', attempt = '', runner = ''] = started.exec(text) ?? [];
        if (run === '')
            return false;
        try {
            return await prove(run, attempt, runner);
        }
        catch (error) {
            if (!(error instanceof errors/* PerpetualError */.nX))
                throw error;
            if (error.actBy === 'fix-config')
                warn(`Whether run ${run} has ended cannot be seen, so its lease is waited for: ${error.message}`);
            return false;
        }
    };
};

;// CONCATENATED MODULE: ./src/forge/github/state-branch.js



const stateBranch = 'perpetual/state';
const stateRef = `refs/heads/${stateBranch}`;
/** Where the last commit of a session is noted, so that the next one sees when the branch was deleted or rewritten. */
const mirrorRef = 'refs/perpetual-mirror/state';
/** A lost race costs no second request while the branch moved on by less than this. */
const seenCommits = 50;
/** A server that lags behind catches up within a few seconds. */
const looks = 3;
const state_branch_pauseMs = 1_000;
const state_branch_oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const state_branch_tipSchema = schemas/* object */.Ikc({
    target: state_branch_oidSchema.extend({ history: schemas/* object */.Ikc({ totalCount: schemas/* int */.Whr(), nodes: schemas/* array */.YOg(state_branch_oidSchema) }).optional() }),
});
const state_branch_refSchema = schemas/* object */.Ikc({ target: state_branch_oidSchema });
/** Selects what `toTip` reads. */
const tipSelection = `target { oid ... on Commit { history(first: ${seenCommits}) { totalCount nodes { oid } } } }`;
const toTip = (ref) => ({
    head: ref?.target.oid ?? null,
    recent: new Set(ref?.target.history?.nodes.map(({ oid }) => oid)),
    commits: ref?.target.history?.totalCount ?? 0,
});
const fetchTip = async (api) => toTip(await api.field(state_branch_tipSchema, {
    selection: `ref(qualifiedName: $name) { ${tipSelection} }`,
    variables: { name: ['String!', stateRef] },
    permission: 'contents: read',
}));
const fetchMirror = async (api) => {
    const found = await api.field(state_branch_refSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', mirrorRef] },
        permission: 'contents: read',
    });
    return found?.target.oid ?? null;
};
const state_branch_comparisonSchema = schemas/* object */.Ikc({ status: schemas/* string */.YjP() });
/** Whether `older` is before `newer` in history, by the second page of one commit, which has no files. */
const relation = async (api, older, newer) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${older}...${newer}`, per_page: 1, page: 2 },
        permission: 'contents: read',
        expected: [404, 422],
    });
    const { data } = state_branch_comparisonSchema.safeParse(reply.data);
    if (data?.status === 'ahead' || data?.status === 'identical')
        return 'ahead';
    return data?.status === 'behind' ? 'behind' : 'apart';
};
const rewritten = (repository, wanted) => {
    const refs = `repos/${repository}/git/refs`;
    return new errors/* PerpetualError */.nX(`Expected the branch ${stateBranch} to go on from ${wanted.slice(0, 12)}, found it rewritten: \`gh api -X PATCH ${refs}/heads/${stateBranch} -f sha=${wanted} -F force=true\` restores it, \`gh api -X DELETE ${refs}/${mirrorRef.slice('refs/'.length)}\` accepts it as it is`, { actBy: 'fix-config' });
};
const unseen = () => new errors/* PerpetualError */.nX(`Expected GitHub to show the branch ${stateBranch}, but it shows none and says that there is one`, {
    actBy: 'next-run',
});
/** Starts from what opening the repository saw. */
const createStateBranch = (context, first) => {
    const { api, clock, repository } = context;
    let { mirror } = first;
    let commits = first.tip.commits;
    const isFirstSound = mirror === null || mirror === first.tip.head || first.tip.recent.has(mirror);
    /** The newest commit that the branch had for sure; it must go on from there. */
    let anchor = isFirstSound ? first.tip.head : mirror;
    let known = isFirstSound ? first.tip.head : undefined;
    const settle = (tip) => {
        anchor = tip.head;
        known = tip.head;
        commits = tip.commits;
        return tip.head;
    };
    /** Compacting writes a commit that goes on from nothing, and notes it in the mirror with the same request. */
    const isCompacted = async (head, recent) => {
        const current = await fetchMirror(api);
        if (current === null || current === mirror)
            return false;
        const isNoted = recent.has(current) || (await relation(api, current, head)) === 'ahead';
        if (isNoted)
            mirror = current;
        return isNoted;
    };
    const look = async (left) => {
        const tip = await fetchTip(api);
        const { head, recent } = tip;
        if (head === anchor || anchor === null)
            return settle(tip);
        if (head === null) {
            if (await createReference(context, stateRef, anchor))
                return settle({ ...tip, head: anchor });
            if (left <= 0)
                throw unseen();
            await clock.sleep(state_branch_pauseMs);
            return look(left - 1);
        }
        if (recent.has(anchor))
            return settle(tip);
        const related = await relation(api, anchor, head);
        if (related === 'ahead' || (related === 'apart' && (await isCompacted(head, recent))))
            return settle(tip);
        if (left <= 0)
            throw rewritten(repository, anchor);
        // The answer may be of a server that has not seen the last write yet.
        await clock.sleep(state_branch_pauseMs);
        return look(related === 'behind' ? left - 1 : 0);
    };
    return {
        newest: () => look(looks),
        known: () => known,
        mirrored: () => mirror,
        commits: () => commits,
        moved: head => {
            anchor = head;
            known = head;
            commits += 1;
        },
        outdated: () => {
            known = undefined;
        },
        mirroredAt: head => {
            mirror = head;
            anchor = head;
            known = head;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/state-store.js





/** A write that failed in passing is repeated by the caller at once, so the pause is here: 1 s, 4 s, 9 s. */
const state_store_pauseMs = (failures) => Math.min(failures ** 2, 9) * 1_000;
const state_store_isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** Files on the branch perpetual/state. Each commit is one request, and whatever was read or written once is not asked for again. */
const createStateStore = (context, branch) => {
    const { objects, accounts, clock, warn } = context;
    let recorded = false;
    let failures = 0;
    /** The account's own name goes into its first commit. */
    const recordChange = async (base) => {
        if (recorded)
            return [];
        const before = parseAccounts((await objects.read(base, [accountsPath])).get(accountsPath));
        accounts.learn(before);
        if (before.includes(accounts.own)) {
            recorded = true;
            return [];
        }
        return [{ path: accountsPath, text: renderAccounts([...before, accounts.own]) }];
    };
    const noteMirror = async (head) => {
        try {
            if (await createReference(context, mirrorRef, head))
                branch.mirroredAt(head);
        }
        catch (error) {
            warn(`The branch ${stateBranch} is not watched yet: ${error instanceof Error ? error.message : String(error)}`);
        }
    };
    const writeFirst = async (changes, message) => {
        const tree = await writeTree(context, changes);
        const head = await commitRoot(context, { message, tree });
        if (!(await createReference(context, stateRef, head)))
            return { type: 'stale' };
        return { type: 'written', head };
    };
    const writeNext = async (base, changes, message) => {
        const result = await commitOn(context, { branch: stateBranch, base, changes, message });
        return result.type === 'stale' ? result : { type: 'written', head: result.oid };
    };
    const write = async (base, changes, message) => {
        for (const { path } of changes)
            (0,file_path/* checkPath */.C)(path);
        const all = [...(await objects.effective(base, changes)), ...(await recordChange(base))];
        const result = await (base === null ? writeFirst(all, message) : writeNext(base, all, message));
        if (result.type === 'stale') {
            branch.outdated();
            return result;
        }
        objects.adopt(base, result.head, all);
        branch.moved(result.head);
        recorded = true;
        if (base === null)
            await noteMirror(result.head);
        return result;
    };
    return {
        head: async (soon = []) => {
            const [head] = await Promise.all([branch.newest(), objects.bring(stateRef, soon)]);
            return head;
        },
        knownHead: () => branch.known(),
        read: (head, paths) => objects.read(head, paths),
        list: async (head, folder) => (await objects.list(head, folder)).filter(path => path !== accountsPath),
        write: async (base, changes, message) => {
            try {
                const result = await write(base, changes, message);
                failures = 0;
                return result;
            }
            catch (error) {
                branch.outdated();
                if (state_store_isPassing(error)) {
                    failures += 1;
                    await clock.sleep(state_store_pauseMs(failures));
                }
                throw error;
            }
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/tidy.js





/** From here on a history costs more than it tells. At most 100 KB a checkpoint, this is also at most 200 MB. */
const defaultCompactAfter = 2_000;
const commitSchema = schemas/* object */.Ikc({ tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
/** One commit of the same files in place of the history; where somebody writes meanwhile, it is left to the next time. */
const compact = async (context, branch, head) => {
    const { api, repositoryId } = context;
    const commit = await api.rest({
        route: 'GET /repos/{owner}/{repo}/git/commits/{head}',
        parameters: { head },
        permission: 'contents: read',
    });
    const tree = readAnswer(commitSchema, commit.data, 'a commit').tree.sha;
    const root = await commitRoot(context, { message: `Compact ${stateBranch}`, tree });
    const [moved] = await api.mutate([
        {
            name: 'updateRefs',
            inputType: 'UpdateRefsInput',
            input: {
                repositoryId,
                refUpdates: [
                    { name: stateRef, beforeOid: head, afterOid: root, force: true },
                    { name: mirrorRef, afterOid: root, force: true },
                ],
            },
            selection: 'clientMutationId',
            permission: 'contents: write',
        },
    ]);
    if (moved?.type === 'failed' && moved.failure.type !== 'STALE_DATA')
        throw moved.error;
    if (moved?.type === 'done')
        branch.mirroredAt(root);
};
/** Notes the last commit where the next session looks for it. It only moves forward, so a slower session cannot set it back. */
const mirror = async (context, branch, head) => {
    if (branch.mirrored() === head)
        return;
    if (branch.mirrored() === null && (await createReference(context, mirrorRef, head)))
        return branch.mirroredAt(head);
    await context.api.rest({
        route: `PATCH /repos/{owner}/{repo}/git/${mirrorRef}`,
        parameters: { sha: head, force: false },
        permission: 'contents: write',
        expected: [422],
    });
};
/** One request at the end of a session; what fails here is a warning, because the state itself is safe. */
const tidyState = async (context, branch, compactAfter) => {
    try {
        const head = branch.known() ?? (await branch.newest());
        if (head === null)
            return;
        await (branch.commits() > compactAfter ? compact(context, branch, head) : mirror(context, branch, head));
    }
    catch (error) {
        context.warn(`The branch ${stateBranch} was not tidied: ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/github-forge.js


















const github_forge_oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const openedSchema = schemas/* object */.Ikc({
    viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
    repository: schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        nameWithOwner: schemas/* string */.YjP(),
        defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), target: github_forge_oidSchema }).nullish(),
        state: state_branch_tipSchema.nullish(),
        mirror: schemas/* object */.Ikc({ target: github_forge_oidSchema }).nullish(),
        accounts: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish() }).nullish(),
    }),
});
const github_forge_document = `query ($owner: String!, $repo: String!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    id nameWithOwner
    defaultBranchRef { name target { oid } }
    state: ref(qualifiedName: "${stateRef}") { ${tipSelection} }
    mirror: ref(qualifiedName: "${mirrorRef}") { target { oid } }
    accounts: object(expression: "${stateRef}:${accountsPath}") { ... on Blob { text } }
  }
}`;
const look = async (client, { owner, repo }) => {
    const purpose = { repository: `${owner}/${repo}`, permission: 'contents: read' };
    try {
        return readAnswer(openedSchema, await client.graphql(github_forge_document, { owner, repo }), 'what a repository is');
    }
    catch (error) {
        const refused = (0,github_failure.readPartial)(error)?.errors[0];
        const failure = refused === undefined ? (0,github_failure.readFailure)(error) : (0,github_failure.failureOfField)(refused);
        throw failure === undefined ? error : (0,github_errors.explain)(failure, purpose, error);
    }
};
/**
 * A forge on GitHub, opened with one request: tasks are issues, deliveries pull requests, state a branch.
 * Throws a PerpetualError where the token does not reach the repository or it has no commit.
 */
const openGithubForge = async (options) => {
    const { client, clock, owner, repo, report = () => { }, compactAfter = defaultCompactAfter } = options;
    const { viewer, repository } = await look(client, { owner, repo });
    const { nameWithOwner, defaultBranchRef, state, mirror, accounts } = repository;
    if (defaultBranchRef === null || defaultBranchRef === undefined) {
        throw new errors/* PerpetualError */.nX(`Expected at least one commit in ${nameWithOwner}, found none: push something first`, {
            actBy: 'fix-config',
        });
    }
    const [ownerName = owner, repoName = repo] = nameWithOwner.split('/');
    const api = createApi(client, { owner: ownerName, repo: repoName });
    const context = {
        api,
        objects: createObjects(api),
        accounts: createAccounts(viewer.login, parseAccounts(accounts?.text ?? undefined)),
        clock,
        repository: nameWithOwner,
        repositoryId: repository.id,
        defaultBranch: defaultBranchRef.name,
        warn: report,
    };
    const branch = createStateBranch(context, { tip: toTip(state), mirror: mirror?.target.oid ?? null });
    return {
        kind: 'github',
        defaultBranch: context.defaultBranch,
        state: createStateStore(context, branch),
        issues: createIssues(context),
        pulls: createPulls(context),
        contents: createContents(context),
        society: {
            people: createPeople(context),
            discussions: createDiscussions(context),
            checks: createChecks(context),
            hasEnded: createHasEnded(context),
        },
        name: nameWithOwner,
        openedAt: defaultBranchRef.target.oid,
        requests: client.requests,
        tidy: () => tidyState(context, branch, compactAfter),
        close: async () => { },
    };
};


/***/ })

};
