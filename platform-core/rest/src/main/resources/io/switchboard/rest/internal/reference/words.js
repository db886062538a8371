"use strict";
/** What the page itself says, in its two languages. */
const WORDS = {
  en: {
    title: "Reference",
    intro: "What this hub's connectors can do, and how to call it over HTTP. Every operation stands below this address:",
    first: "First, a token. It holds for a quarter of an hour; TOKEN stands for it in the examples.",
    skip: "Skip to the operations", search: "Search operations", access: "Show what a client may call",
    accessHelp: "This page shows what the caller may call. What is typed here goes to this hub only, is kept in this page only, and is gone when it is closed.",
    client: "Client id", secret: "Client secret", or: "or", token: "Access token", show: "Show",
    needToken: "This hub shows its operations to callers with a token only. Open the box above.",
    refused: "The hub refused: ", unreachable: "The hub cannot be reached.", reading: "Reading …",
    nothing: "There is nothing here that this caller may call.", noMatch: "No operation matches.",
    arguments: "Arguments", result: "Result", noResult: "None: the answer has status 204 and no body.", example: "Example",
    answer: "Answer", errors: "Errors", allErrors: "All errors, with what to do about each",
    name: "Name", type: "Type", meaning: "Meaning", needed: "required", place: "in", reason: "Reason", advice: "Advice",
    code: "Code", said: "What to tell a customer", copy: "Copy", copied: "Copied",
    READ: "reads", WRITE: "writes", DESTRUCTIVE: "cannot be undone",
    CUSTOMER: "about one customer", STAFF: "for staff", PUBLIC: "about nobody",
    scope: "scope", deadline: "at most", deprecated: "Deprecated; call instead: ", since: "since",
    path: "path", query: "query", body: "body", header: "header", list: "list of", map: "map of text to", values: "one of",
    masked: "personal data, masked by role", hub: "The hub itself", empty: "no arguments", contents: "Contents"
  },
  zh: {
    title: "接口参考",
    intro: "本平台各连接器提供的操作，以及如何通过 HTTP 调用。所有操作均位于以下地址：",
    first: "首先获取令牌，有效期十五分钟；示例中以 TOKEN 表示。",
    skip: "跳至操作列表", search: "搜索操作", access: "查看某个客户端可调用的操作",
    accessHelp: "本页仅展示调用方可调用的操作。此处输入的内容只发送给本平台，仅保存在当前页面中，关闭即消失。",
    client: "客户端编号", secret: "客户端密钥", or: "或", token: "访问令牌", show: "查看",
    needToken: "本平台仅向持有令牌的调用方展示操作，请展开上方输入框。",
    refused: "平台拒绝了请求：", unreachable: "无法连接平台。", reading: "正在读取……",
    nothing: "没有该调用方可调用的操作。", noMatch: "没有匹配的操作。",
    arguments: "参数", result: "结果", noResult: "无：返回状态 204，没有响应体。", example: "示例",
    answer: "返回", errors: "错误", allErrors: "全部错误及处理建议",
    name: "名称", type: "类型", meaning: "含义", needed: "必填", place: "位置", reason: "原因", advice: "建议",
    code: "错误码", said: "可告知客户的说法", copy: "复制", copied: "已复制",
    READ: "只读", WRITE: "写入", DESTRUCTIVE: "不可撤销",
    CUSTOMER: "针对一个客户", STAFF: "供员工使用", PUBLIC: "不涉及个人",
    scope: "权限", deadline: "最长", deprecated: "已弃用，请改用：", since: "始于版本",
    path: "路径", query: "查询", body: "请求体", header: "请求头", list: "列表：", map: "文本映射至：", values: "取值",
    masked: "个人数据，按角色脱敏", hub: "平台自身", empty: "无参数", contents: "目录"
  }
};
